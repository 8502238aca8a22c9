import { appraisals } from './os';

const BRANCHES = 100;

/** How far the town's branches are (PTY-01, 11), in the order of their codes: no league table. */
export const ofTown = appraisals.ofTown.handler(async ({ input, context }) => {
  const { town, year } = input;
  context.permit('appraisals.ofTown', { area: town });
  const { items } = await context.store.find('appraisals', { where: { town, year }, limit: BRANCHES });
  return {
    items: items.map(({ village, branch, stage, reportedAt, items: members }) => ({
      village, branch, stage, reportedAt,
      decided: members.filter(({ decided }) => decided !== undefined).length,
      members: members.length,
    })),
  };
});
