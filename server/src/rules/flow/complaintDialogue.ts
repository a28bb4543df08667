import { acts } from '../../engine/acts.ts';
import type { Moment } from '../../engine/moment.ts';
import type { CompiledPacks } from '../../engine/pack.ts';
import { isComplaintScene } from './soothing.ts';

/** Tells moments that make a conversation one about a complaint. */
export function complaintDialogue(packs: CompiledPacks): (moment: Moment) => boolean {
  const complaint = acts(packs, 'customer', 'complaint');
  return (moment) => (moment.kind === 'customer' ? moment.does(complaint) : moment.kind === 'scene' && isComplaintScene(moment));
}
