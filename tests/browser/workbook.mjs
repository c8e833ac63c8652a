// Reads an .xlsx back, without the library that wrote it: sheets as rows of strings and numbers.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

const plain = (xml) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

function sharedStrings(parts) {
  const xml = strFromU8(parts['xl/sharedStrings.xml']);
  return [...xml.matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item]) =>
    plain([...item.matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map(([, text]) => text).join('')),
  );
}

const columnOf = (reference) =>
  [...reference.replace(/\d+/g, '')].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;

function rowsOf(xml, strings) {
  return [...xml.matchAll(/<row [^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map(([, content]) => {
    const row = [];
    for (const [, head, body] of (content ?? '').matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const value = body?.match(/<v>([\s\S]*?)<\/v>/)?.[1];
      const at = columnOf(head.match(/r="([A-Z]+\d+)"/)[1]);
      if (value !== undefined) row[at] = /t="s"/.test(head) ? strings[Number(value)] : Number(value);
    }
    return row;
  });
}

// { names, rows(name), formulas, charts }
export function readWorkbook(file) {
  const parts = unzipSync(readFileSync(file));
  const strings = sharedStrings(parts);
  const names = [...strFromU8(parts['xl/workbook.xml']).matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => plain(name));
  const sheet = (index) => strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`]);
  return {
    names,
    rows: (name) => rowsOf(sheet(names.indexOf(name)), strings),
    formulas: names.reduce((sum, _, index) => sum + (sheet(index).match(/<f>/g) ?? []).length, 0),
    charts: Object.keys(parts).filter((part) => /^xl\/charts\/chart\d+\.xml$/.test(part)).length,
  };
}
