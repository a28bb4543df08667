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

/** Speaks to us, or of those who serve; in Chinese it goes without saying. */
const AT_US =
  /[\u3400-\u9fff]|\byou(?:r|'ve| have| charged| sent| delivered| sold| told| lost| promised| said| people| lot| guys| keep| never)\b|\b(?:service|company|staff|driver|courier|engineer|waiter|waitress|manager|receptionist|clerk|agent)\b/iu;
