// The demo's plan: what the twenty creators bring, as a lead would have typed it. The page works out
// the rest, and nothing of it stands here.
import { briefById } from '#db/briefs.ts';
import { planDocument } from '#shared/ids.ts';
import { planWriter } from '#shared/plan.ts';
import { addDays, dayIn } from '#shared/zoned-time.ts';
import { creatorFacts } from '../plan-facts.ts';
import { edit, type Stage } from './stage.ts';

const audience = 60_000;

/** Followers, share in target, share of the followers who see a post. */
export const brings: Record<string, [followers: number, inTarget: number, reach: number]> = {
  Mali: [12_400, 0.62, 0.31],
  Ben: [8_900, 0.3, 0.34],
  Bam: [5_200, 0.6, 0.36],
  Mint: [6_800, 0.55, 0.33],
  Earth: [7_400, 0.6, 0.34],
  Pim: [9_100, 0.58, 0.3],
  Tonkla: [11_200, 0.5, 0.29],
  Kao: [4_600, 0.66, 0.38],
  View: [15_800, 0.45, 0.26],
  Boss: [8_300, 0.62, 0.33],
  Praew: [6_100, 0.64, 0.35],
  Namtan: [9_800, 0.52, 0.31],
  June: [13_500, 0.48, 0.27],
  Nine: [7_200, 0.61, 0.34],
  Oat: [5_600, 0.63, 0.36],
  Sea: [10_400, 0.57, 0.3],
  Mook: [8_800, 0.55, 0.32],
  Tam: [6_500, 0.66, 0.34],
  Guitar: [17_600, 0.42, 0.25],
  Fah: [9_300, 0.59, 0.31],
};

/** What a post may cost, in baht: a planner's rule of thumb and nobody's fee. */
const costOf = (followers: number) => 1_500 + Math.round(followers / 1_000) * 100;

/** Not everybody on one day: posts of one number are spread over a working week. */
const spreadDays = [-2, 0, 1, -1, 2];

export async function seedPlan(stage: Stage, briefId: string): Promise<void> {
  const { s, people } = stage;
  const brief = await briefById(s.db, briefId);
  if (!brief) throw new Error('the demo lost its brief');
  const today = dayIn(s.now(), brief.timeZone);
  const creators = await creatorFacts(s.db, brief);
  await edit(stage, people.ploy, {
    document: planDocument(briefId),
    by(doc) {
      const plan = planWriter(doc, null);
      plan.set('audience', audience);
      plan.setCurrency('THB');
      plan.setFactor('brand', 2);
      plan.setFactor('complexity', -2);
      for (const [at, { userId, name, posts }] of creators.entries()) {
        const [followers, inTarget, reach] = brings[name] ?? [];
        if (followers === undefined) continue;
        plan.setCreator(userId, 'followers', followers);
        plan.setCreator(userId, 'inTarget', inTarget ?? null);
        plan.setCreator(userId, 'reach', reach ?? null);
        plan.setCreator(userId, 'cost', costOf(followers));
        for (const [place, { day, isOver }] of posts.entries()) {
          const moved = day === '' ? '' : addDays(day, spreadDays[at % spreadDays.length] ?? 0);
          if (!isOver && moved > today) plan.setDay(userId, place + 1, moved);
        }
      }
    },
  });
}
