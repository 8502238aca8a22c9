import { exhaustive } from '@/domain/basics/exhaustive';
import { tapRow } from '@platform/once';
import { refusal } from '@platform/refuse';
import { CALL_MS } from './check-roster';
import { loadView } from './load-view';
import { roster } from './os';
import { startLoad } from './start-load';
import { toolsOf } from './tools';
import { advance } from './work';

/** Loads what was checked, each village wholly or not at all. Said again it goes on, or answers how it ended. */
export const loadRoster = roster.load.handler(async ({ input, context, errors }) => {
  const { store, now } = context;
  const load = await store.get('rosterLoads', input.loadId);
  context.permit('roster.load', { area: load?.area });
  if (load === undefined) throw refusal('NOT_FOUND');
  const tools = toolsOf(context);
  if (load.state !== 'LOADING') {
    const audit = tapRow(context, 'roster.load', input, { target: `roster:${load._id}`, area: load.area });
    const started = await startLoad(tools, load, input.villages, audit);
    if (!started.ok) {
      const { reason } = started;
      switch (reason.code) {
        case 'HAS_PROBLEMS':
          throw errors.HAS_PROBLEMS({ data: { problems: reason.problems } });
        case 'ROSTER_CHANGED':
          throw errors.ROSTER_CHANGED();
        case 'NOT_CHECKED':
          throw refusal('CHANGED_MEANWHILE');
        default:
          return exhaustive(reason);
      }
    }
  }
  return loadView(await advance(tools, load._id, { untilMs: now + CALL_MS }));
});
