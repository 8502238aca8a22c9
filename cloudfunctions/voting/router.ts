import { answerObjection } from './answer-objection';
import { askCorrection } from './ask-correction';
import { ballot } from './ballot';
import { box } from './box';
import { cast } from './cast';
import { comments } from './comments';
import { file } from './file';
import { mine } from './mine';
import { myObjections } from './my-objections';
import { nearby } from './nearby';
import { object } from './object';
import { objections } from './objections';
import { onRoll } from './on-roll';
import { voting } from './os';
import { receipts } from './receipts';
import { result } from './result';
import { roll } from './roll';
import { waiting } from './waiting';
import { watched } from './watched';

export const router = voting.router({
  answerObjection, askCorrection, ballot, box, cast, comments, file, mine, myObjections, nearby, object, objections, onRoll, receipts, result, roll, waiting, watched,
});
