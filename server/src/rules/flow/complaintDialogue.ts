import { acts } from '../../engine/acts.ts';
import type { Moment } from '../../engine/moment.ts';
import type { CompiledPacks } from '../../engine/pack.ts';
import { isComplaintScene } from './soothing.ts';

/** Tells moments that make a conversation one about a complaint. */
export function complaintDialogue(packs: CompiledPacks): (moment: Moment) => boolean {
  const complaint = acts(packs, 'customer', 'complaint');
  const anger = acts(packs, 'customer', 'anger');
  return (moment) =>
    moment.kind === 'customer'
      ? moment.does(complaint) || (moment.does(anger) && moment.isWritten(AT_US))
      : moment.kind === 'scene' && isComplaintScene(moment);
}

/** Asks us what has gone on, or says what we do to people. */
const AT_US =
  /(?:你[们們]|您[们們]|[贵貴][司店行])[^,\uff0c\u3002.!?\uff1f\uff01]{0,8}(?:怎[么麼]回事|[搞弄]什[么麼]|怎[么麼][搞做弄]|[太]?[过過]分|[骗騙]|到底)|\b(?:what (?:on earth |the hell )?(?:is|are) (?:you|your)|what's (?:going on|wrong) with (?:you|your))\b/iu;
