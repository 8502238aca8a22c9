import { useAct } from '@/hooks/use-act';
import { AppError } from '@/services/app-error';
import { api } from '@/services/client';
import { isStale } from '@/packages/desk/stale';

/** What can be done with an entry from a desk, in the words of the contract. */
export type Decision =
  | { readonly kind: 'RIGHT' }
  | { readonly kind: 'ASK'; readonly text: string }
  | { readonly kind: 'POST' }
  | { readonly kind: 'REFUSE'; readonly reason: string }
  | { readonly kind: 'REVERSE'; readonly reason: string }
  | { readonly kind: 'APPEAL'; readonly upheld: boolean; readonly answer: string };

/** At which step the entry stands: the branch's first or second pair of eyes, or the town's. */
export type Step = 'CHECK' | 'APPROVE' | 'ABOVE';

/** Sends one decision. */
export function sendDecision(requestId: string, entryId: string, step: Step, decision: Decision): Promise<unknown> {
  switch (decision.kind) {
    case 'RIGHT':
    case 'ASK':
      return api.points.check({ requestId, entryId, verdict: decision });
    case 'POST':
      return step === 'ABOVE' ? api.points.approveAbove({ requestId, entryId, verdict: decision }) : api.points.approve({ requestId, entryId, verdict: decision });
    case 'REFUSE': {
      if (step === 'CHECK') return api.points.check({ requestId, entryId, verdict: decision });
      return step === 'ABOVE' ? api.points.approveAbove({ requestId, entryId, verdict: decision }) : api.points.approve({ requestId, entryId, verdict: decision });
    }
    case 'REVERSE':
      return api.points.reverse({ requestId, entryId, reason: decision.reason });
    case 'APPEAL':
      return api.points.decideAppeal({ requestId, entryId, upheld: decision.upheld, answer: decision.answer });
  }
}

const SAID: Readonly<Record<Decision['kind'], string>> = {
  RIGHT: '核实了，交给支部审', ASK: '问过去了', POST: '记上了', REFUSE: '告诉他了', REVERSE: '记下了，请另一位审', APPEAL: '答复了',
};

interface Sent {
  readonly entryId: string;
  readonly step: Step;
  readonly decision: Decision;
}

/** One decision on one entry. Where somebody else was first, the list is read again. */
export function useDecide(kind: Decision['kind'], onDone: () => void) {
  return useAct(
    async (requestId, { entryId, step, decision }: Sent) => {
      try {
        return await sendDecision(requestId, entryId, step, decision);
      } catch (thrown) {
        if (isStale(AppError.from(thrown).code)) onDone();
        throw thrown;
      }
    },
    { done: onDone, said: SAID[kind], quiet: kind !== 'RIGHT' && kind !== 'POST' },
  );
}
