import { judged } from '@/domain/deputies/opinion';
import { changeOpinion } from './change-opinion';
import { deputies } from './os';

/** The deputy says what they think of a reply; 不满意 sends it back once (DEP-08). */
export const judge = deputies.judge.handler(({ input, context, errors }) =>
  changeOpinion(context, errors, { action: 'deputies.judge', input, decide: (one) => judged(one, input.verdict, context.now) }));
