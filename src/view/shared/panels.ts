import type { Review } from '../../model/index.js';
import { type Nouns, phrases } from '../../phrases/index.js';
import { monitorsBy, type PaperRegister } from '../../register/index.js';

/** What this council calls the body that meets, and those who respond to it. */
export function nounsOf({ meeting, council }: Pick<PaperRegister, 'meeting' | 'council'>): Nouns {
  return { panel: meeting.panel.called, executive: council.executive };
}

/** From whom a review came, where another panel than this paper's made it or heard its updates before. */
export function handedOver(register: PaperRegister, review: Review): readonly string[] {
  const { meeting, day } = register;
  const begun = monitorsBy(review, day);
  const last = begun.at(-1);
  if (last?.panel !== meeting.panel || !last.from) return [];
  const before = begun.at(-2)?.panel ?? review.panel;
  return before === meeting.panel
    ? []
    : [phrases.decisions.handedOver(before.name, meeting.panel.name, last.from)];
}
