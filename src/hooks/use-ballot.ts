import { useRef, useState } from 'react';
import { LEFT_OUT, MAIN, type OptionCode } from '@/domain/voting/box';
import type { Receipt } from '@/domain/voting/receipt';
import { BALLOT_WORDS } from '@/domain/wording/voting';
import { AppError } from '@/services/app-error';
import { api } from '@/services/client';
import { forgetReceipt, keepReceipt, newReceipt, receiptFor } from '@/services/receipts';
import { words } from './use-act';

/** Choosing, looking it over, sending, in. */
export type BallotStage = 'choosing' | 'review' | 'sending' | 'cast';

export interface BallotAct {
  readonly stage: BallotStage;
  readonly choices: Readonly<Record<string, OptionCode>>;
  readonly comment: string;
  readonly choose: (question: string, code: OptionCode) => void;
  readonly say: (comment: string) => void;
  readonly review: () => void;
  readonly back: () => void;
  readonly send: () => Promise<void>;
  /** Of the ballot that is in. */
  readonly receipt: Receipt | undefined;
  readonly errorLine: string | undefined;
  /** It was refused for good: cast before, closed, not this person's. Trying again changes nothing. */
  readonly over: boolean;
  /** Forgets everything that is on the screen. */
  readonly clear: () => void;
}

interface Asked {
  readonly ballotId: string;
  readonly title: string;
  readonly questions: readonly { readonly id: string }[];
}

const NOTHING = {} as const;

/** Refusals that stay as they are; what was chosen then leaves the screen. */
const FOR_GOOD: readonly string[] = ['ALREADY_CAST', 'BOX_CLOSED', 'NOT_FOUND'];

/**
 * One ballot on this phone. The receipt is kept before anything is sent, and a repeat after a lost reply carries the same
 * one; the choices are in memory only and gone with the page.
 */
export function useBallot({ ballotId, title, questions }: Asked): BallotAct {
  const [stage, setStage] = useState<BallotStage>('choosing');
  const [choices, setChoices] = useState<Readonly<Record<string, OptionCode>>>(NOTHING);
  const [comment, setComment] = useState('');
  const [receipt, setReceipt] = useState<Receipt>();
  const [errorLine, setErrorLine] = useState<string>();
  const [over, setOver] = useState(false);
  const sending = useRef(false);

  async function cast(mine: Receipt): Promise<void> {
    const all = Object.fromEntries(questions.map(({ id }) => [id, choices[id] ?? LEFT_OUT]));
    await api.voting.cast({ ballotId, receipt: mine, choices: all, ...(comment.trim() === '' ? {} : { comment }) });
  }

  async function fresh(): Promise<Receipt> {
    const made = await newReceipt();
    if (!keepReceipt(ballotId, { receipt: made, title })) throw new PhoneFull();
    return made;
  }

  async function send(): Promise<void> {
    if (sending.current) return;
    sending.current = true;
    setStage('sending');
    setErrorLine(undefined);
    try {
      let mine = receiptFor(ballotId)?.receipt ?? (await fresh());
      try {
        await cast(mine);
      } catch (error) {
        if (AppError.from(error).code !== 'RECEIPT_TAKEN') throw error;
        mine = await fresh();
        await cast(mine);
      }
      setChoices(NOTHING);
      setComment('');
      setReceipt(mine);
      setStage('cast');
    } catch (error) {
      const { code } = AppError.from(error);
      // The ballot that is in has another receipt: this one would be looked for in vain once they are counted.
      if (code === 'ALREADY_CAST') forgetReceipt(ballotId);
      if (FOR_GOOD.includes(code)) {
        setOver(true);
        setChoices(NOTHING);
        setComment('');
      }
      setErrorLine(error instanceof PhoneFull ? BALLOT_WORDS.phoneFull : words(AppError.from(error)));
      setStage('review');
    } finally {
      sending.current = false;
    }
  }

  return {
    stage,
    choices,
    comment,
    choose: (question, code) => setChoices((before) => ({ ...before, [question]: code })),
    say: setComment,
    review: () => { if (choices[MAIN] !== undefined) setStage('review'); },
    back: () => { setErrorLine(undefined); setStage('choosing'); },
    send,
    receipt,
    errorLine,
    over,
    clear: () => {
      setChoices(NOTHING);
      setComment('');
      setReceipt(undefined);
      setErrorLine(undefined);
      setOver(false);
      setStage('choosing');
    },
  };
}

/** The phone keeps nothing more. */
class PhoneFull extends Error {
  override readonly name = 'PhoneFull';
}
