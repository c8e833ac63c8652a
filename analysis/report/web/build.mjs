// Bundles src/main.js with the chart library into the file named on the command line. The bundler drops the licence
// headers, so the library's notice and licences are put in front of the bundle again.
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const read = (path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url), 'utf8').trim();
const texts = [
  read('echarts/NOTICE'),
  'Licensed under the Apache License, Version 2.0:',
  read('echarts/LICENSE'),
  'Parts taken from d3:',
  read('echarts/licenses/LICENSE-d3'),
  'ZRender (part of the charts), BSD 3-Clause:',
  read('zrender/LICENSE'),
  'tslib, 0BSD:',
  read('tslib/LICENSE.txt'),
];
const banner = `/*!\n${texts.join('\n\n').replaceAll('*/', '* /')}\n*/`;

await build({
  entryPoints: [new URL('src/main.js', import.meta.url).pathname],
  outfile: process.argv[2],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: banner },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
