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

/** Speaks to us, of those who serve, or of what was sold. */
const AT_US =
  /你[们們]|您[们們]|[贵貴][司店行]|[师師]傅|司[机機]|店[员員]|[骑騎]手|服[务務]|[过過]分|[离離][谱譜]|[夸誇][张張]|太坑|[骗騙]|[吃喝]出|送[来來]|收到|[买買][的回]|\byou(?:r|'ve| have| charged| sent| delivered| sold| told| lost| promised| said| people| lot| guys| keep| never)\b|\b(?:service|company|staff|driver|courier|engineer|waiter|waitress|manager|receptionist|clerk|agent)\b/iu;
