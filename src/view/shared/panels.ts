import type { Review } from '../../model/index.js';
import { date } from '../../phrases/index.js';
import { monitorsBy, type PaperRegister } from '../../register/index.js';

/** From whom a review came, where another panel than this paper's made it or heard its updates before. */
export function handedOver(register: PaperRegister, review: Review): readonly string[] {
  const { meeting, day, council } = register;
  const begun = monitorsBy(review, day);
  const last = begun.at(-1);
  if (last?.panel !== meeting.panel || !last.from) return [];
  const before = begun.at(-2)?.panel ?? review.panel;
  return before === meeting.panel
    ? []
    : [
        `The ${panelNamed(council, before)} handed this review over to the ${panelNamed(council, meeting.panel)} on ${date(last.from)}.`,
      ];
}

export function panelNamed({ panels }: PaperRegister['council'], panel: string): string {
  return panels.find(({ key }) => key === panel)?.name ?? panel;
}
