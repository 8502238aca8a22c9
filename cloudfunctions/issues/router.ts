import { addEvent } from './add-event';
import { destinations } from './destinations';
import { exportCsv } from './export-csv';
import { get } from './get';
import { accept, ask, askExtension, decideExtension, finish, handUp, progress, reject, resume, suspend } from './handler-procedures';
import { mine } from './mine';
import { issues } from './os';
import { overdue } from './overdue';
import { overview } from './overview';
import { preview } from './preview';
import { queue } from './queue';
import { add, answer, rate, remind, support, withdraw } from './reporter-procedures';
import { review } from './review';
import { similar } from './similar';
import { submitFor } from './submit-for';
import { submit } from './submit';
import { toReview } from './to-review';
import { topics } from './topics';
import { decideObjection, dispatch, object, urge } from './town-procedures';
import { village } from './village';

export const router = issues.router({
  accept, add, addEvent, answer, ask, askExtension, decideExtension, decideObjection, destinations, dispatch, exportCsv, finish, get, handUp,
  mine, object, overdue, overview, preview, progress, queue, rate, reject, remind, resume, review, similar, submit, submitFor, support,
  suspend, topics, toReview, urge, village, withdraw,
});
