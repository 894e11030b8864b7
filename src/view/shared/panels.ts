import type { Review } from '../../model/index.js';
import { phrases } from '../../phrases/index.js';
import { monitorsBy, type PaperRegister } from '../../register/index.js';

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
