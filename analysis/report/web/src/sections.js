// The sections that draw. The page's template names a section's place by data-mount="<id>".
import * as answers from './sections/answers.js';
import * as assumptions from './sections/assumptions.js';
import * as changes from './sections/changes.js';
import * as cost from './sections/cost.js';
import * as development from './sections/development.js';
import { data } from './data.js';

const modules = { changes, development, cost, assumptions };

export function mountSections() {
  for (const [id, module] of Object.entries(modules)) {
    const place = document.querySelector(`[data-mount="${id}"]`);
    if (place) module.mount(place, data);
  }
  answers.mount();
}
