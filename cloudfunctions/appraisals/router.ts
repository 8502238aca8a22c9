import { appraisals } from './os';
import { decide } from './decide';
import { finishPlan } from './finish-plan';
import { get } from './get';
import { meeting } from './meeting';
import { mine } from './mine';
import { ofTown } from './of-town';
import { open } from './open';
import { opinion } from './opinion';
import { paper } from './paper';
import { plan } from './plan';
import { remark } from './remark';
import { remarks } from './remarks';
import { report } from './report';
import { self } from './self';

export const router = appraisals.router({ decide, finishPlan, get, meeting, mine, ofTown, open, opinion, paper, plan, remark, remarks, report, self });
