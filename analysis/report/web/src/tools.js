// Buttons under charts and tables, and the download they start.
import { say } from './data.js';

export function toolButton(label, hint, action) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  const name = () => button.setAttribute('aria-label', say(hint));
  name();
  button.addEventListener('focus', name);
  button.addEventListener('click', action);
  const tools = document.createElement('div');
  tools.className = 'tools';
  tools.append(button);
  return tools;
}

export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
