// The sections that draw. The page's template names a section's place by data-mount="<id>".
import * as answers from './sections/answers.js';
import * as assumptions from './sections/assumptions.js';
import * as changes from './sections/changes.js';
import * as cost from './sections/cost.js';
import * as development from './sections/development.js';
import * as careers from './sections/careers.js';
import * as chains from './sections/chains.js';
import * as lives from './sections/lives.js';
import * as structure from './sections/structure.js';
import { data } from './data.js';

const modules = { changes, development, cost, structure, careers, lives, chains, assumptions };

export function mountSections() {
  for (const [id, module] of Object.entries(modules)) {
    const place = document.querySelector(`[data-mount="${id}"]`);
    if (place) module.mount(place, data);
  }
  answers.mount();
}
