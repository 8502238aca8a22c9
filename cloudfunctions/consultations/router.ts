import { answer } from './answer';
import { agreeToCancel, cancelBallot } from './cancel-ballot';
import { get } from './get';
import { desk, list, mine } from './lists';
import { announce, minutes, partyStep, villageStep, weigh } from './meeting-procedures';
import { merge } from './merge';
import { openBallot } from './open-ballot';
import { consultations } from './os';
import { raise } from './raise';
import { review } from './review';
import { answerAtTalk, askAtTalk, holdTalk, recordTalk, talks } from './talks';
import { toReview } from './to-review';
import { say, support, withdraw } from './villager-procedures';
import { answerSupervision, decide, drop, finish, progress, supervise, update } from './work-procedures';

export const router = consultations.router({
  agreeToCancel, announce, answer, answerAtTalk, answerSupervision, askAtTalk, cancelBallot, decide, desk, drop, finish, get, holdTalk, list, merge, mine, minutes, openBallot, partyStep,
  progress, raise, recordTalk, review, say, supervise, support, talks, toReview, update, villageStep, weigh, withdraw,
});
