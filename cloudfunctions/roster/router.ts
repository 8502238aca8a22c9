import { checkRoster } from './check-roster';
import { giveTemplate } from './give-template';
import { loadRoster } from './load-roster';
import { roster } from './os';
import { listLoads, problemsOfLoad, progressOfLoad } from './see-loads';

export const router = roster.router({
  check: checkRoster,
  load: loadRoster,
  progress: progressOfLoad,
  problems: problemsOfLoad,
  loads: listLoads,
  template: giveTemplate,
});
