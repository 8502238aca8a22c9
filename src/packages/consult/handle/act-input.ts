/** What is filled in for an act, whether it is enough, and how it is sent. */
import { atTime } from '@/domain/basics/civil-time';
import type { FourStep, Line, ReservedMatter, Resolving } from '@/domain/consultations/consultation';
import type { Category } from '@/domain/issues/issue';
import { fenOf } from '@/domain/wording/consultations';
import { api } from '@/services/client';
import type { ConsultDetail } from '@/services/views';
import type { Hour } from '../hours';
import type { DeskAct } from './act-forms';

export interface ActInput {
  readonly text: string;
  readonly line?: Line;
  readonly title: string;
  readonly category?: Category;
  readonly intoId?: string;
  readonly reserved?: ReservedMatter | 'NONE';
  readonly yuan: string;
  readonly marked?: 'YES' | 'NO';
  readonly of: 'CONSULTATION' | 'ASSEMBLY';
  readonly day?: string;
  readonly hour: Hour;
  readonly place: string;
  readonly invitees: string;
  /** An assembly that cannot wait for the law's days. */
  readonly urgent: boolean;
  readonly special: string;
  readonly present: string;
  readonly members: string;
  readonly yes: string;
  readonly no: string;
  readonly abstain: string;
  readonly invalid: string;
  readonly meeting?: Resolving;
  readonly representatives: string;
  readonly women: string;
  readonly attendance: string;
  readonly tellers: readonly [string, string];
  readonly question: string;
  readonly about: string;
  /** One a line. */
  readonly options: string;
  readonly unit?: 'PERSON' | 'HOUSEHOLD';
  readonly who: string;
  readonly what?: 'DECISION' | 'OUTCOME';
}

export const NOTHING: ActInput = {
  text: '', title: '', yuan: '', of: 'CONSULTATION', hour: '19:30', place: '', invitees: '', urgent: false, special: '', present: '', members: '', yes: '', no: '', abstain: '', invalid: '0',
  representatives: '', women: '', attendance: '', tellers: ['', ''], question: '', about: '', options: '', who: '',
};

export interface Files {
  readonly uploadId: string;
  readonly fileIds: readonly string[];
}

/** A ballot is open for so many days. */
const BALLOT_DAYS = 3;
const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 6;

const isCount = (text: string): boolean => /^\d{1,6}$/.test(text.trim());
const isBlank = (text: string): boolean => text.trim() === '';
const optionsOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** Only an assembly has such an exception (VOTE-01). */
export const isUrgent = ({ of, urgent }: Pick<ActInput, 'of' | 'urgent'>): boolean => of === 'ASSEMBLY' && urgent;

/** The step that this desk can enter now. */
export function stepNow(act: DeskAct, matter: ConsultDetail): FourStep | undefined {
  return act === 'PARTY_STEP' || act === 'VILLAGE_STEP' ? matter.nextStep : undefined;
}

/** Whether a meeting's vote is entered with two tellers and a photo (VOTE-09). */
export function isVote(step: FourStep | undefined): boolean {
  return step === 'REVIEW' || step === 'RESOLVE';
}

/** What is still missing, in words; undefined when it can be sent. The server checks all of it again. */
export function missing(act: DeskAct, input: ActInput, matter: ConsultDetail, files: Files): string | undefined {
  // In the order in which the form asks: its own fields, then the words, then the photos.
  return missingInFields(act, input, matter) ?? (act !== 'BALLOT' && isBlank(input.text) ? '写几个字' : missingPhoto(act, matter, files));
}

function missingInFields(act: DeskAct, input: ActInput, matter: ConsultDetail): string | undefined {
  switch (act) {
    case 'ANSWER':
      if (input.line === undefined) return '选一个办法';
      if (input.line === 'DO_NOW' && input.category === undefined) return '选是哪一类事';
      return matter.audience === 'CADRES' && (input.line === 'CONSULT' || input.line === 'ASSEMBLY') && isBlank(input.title) ? '写一个给全村看的标题' : undefined;
    case 'MERGE':
      return input.intoId === undefined ? '选并到哪一件' : undefined;
    case 'WEIGH':
      return input.yuan !== '' && fenOf(input.yuan) === undefined ? '钱数写成数字' : input.marked === undefined ? '选是不是大事' : undefined;
    case 'ANNOUNCE':
      return input.day === undefined ? '选哪一天' : isBlank(input.place) ? '写在哪里开' : isBlank(input.invitees) ? '写请哪些人' : isUrgent(input) && isBlank(input.special) ? '写为什么等不了' : undefined;
    case 'MINUTES':
      return isCount(input.present) ? undefined : '写到会人数';
    case 'PARTY_STEP':
    case 'VILLAGE_STEP':
      return missingInVote(stepNow(act, matter), input);
    case 'BALLOT': {
      const options = optionsOf(input.options);
      return isBlank(input.question) ? '写问什么' : options.length < FEWEST_OPTIONS || options.length > MOST_OPTIONS ? '写两到六个选项，一行一个' : input.unit === undefined ? '选按人还是按户' : undefined;
    }
    case 'DECIDE':
      return isBlank(input.who) ? '写谁负责' : input.day === undefined ? '选哪天前办好' : fenOf(input.yuan) === undefined ? '写花多少钱，不花写 0' : undefined;
    case 'UPDATE':
      return input.what === undefined ? '选更新哪一个' : undefined;
    default:
      return input.yuan !== '' && fenOf(input.yuan) === undefined ? '钱数写成数字' : undefined;
  }
}

function missingInVote(step: FourStep | undefined, input: ActInput): string | undefined {
  if (input.day === undefined) return '选哪一天开的';
  if (step === 'RESOLVE' && input.meeting === undefined) return '选是哪种会';
  if (![input.members, input.present, input.yes, input.no, input.abstain, input.invalid].every(isCount)) return '人数和票数都要写';
  if (step === 'RESOLVE' && input.meeting === 'REPRESENTATIVES' && ![input.representatives, input.women].every(isCount)) return '写代表人数和妇女代表人数';
  if (isBlank(input.attendance)) return '写到会的是哪些人';
  return isVote(step) && input.tellers.some(isBlank) ? '写两位计票人' : undefined;
}

function missingPhoto(act: DeskAct, matter: ConsultDetail, files: Files): string | undefined {
  return isVote(stepNow(act, matter)) && files.fileIds.length === 0 ? '拍会议记录的照片' : undefined;
}

/** Sends an act that misses nothing. */
export async function sendAct(act: DeskAct, requestId: string, matter: ConsultDetail, input: ActInput, files: Files): Promise<{ readonly changedAt: number }> {
  const { consultations } = api;
  const text = input.text.trim();
  const on = { requestId, consultationId: matter.consultationId, text, ...(files.fileIds.length === 0 ? {} : { attachments: { uploadId: files.uploadId, photos: [...files.fileIds] } }) };
  const spentInFen = input.yuan === '' ? undefined : fenOf(input.yuan);
  const { day = '' } = input;
  switch (act) {
    case 'ANSWER':
      return consultations.answer({ ...on, line: input.line ?? 'CONSULT', ...(isBlank(input.title) ? {} : { title: input.title.trim() }), ...(input.line === 'DO_NOW' ? { category: input.category } : {}) });
    case 'MERGE':
      return consultations.merge({ ...on, intoId: input.intoId ?? '' });
    case 'WEIGH':
      return consultations.weigh({ ...on, markedMajor: input.marked === 'YES', ...(input.reserved === undefined || input.reserved === 'NONE' ? {} : { reserved: input.reserved }), costInFen: spentInFen });
    case 'ANNOUNCE':
      return consultations.announce({ ...on, of: input.of, heldAt: atTime(day, input.hour), place: input.place, invitees: input.invitees, ...(isUrgent(input) ? { special: input.special.trim() } : {}) });
    case 'MINUTES':
      return consultations.minutes({ ...on, present: Number(input.present) });
    case 'PARTY_STEP':
      return consultations.partyStep({ ...on, vote: voteOf(matter, input) });
    case 'VILLAGE_STEP':
      return consultations.villageStep({ ...on, vote: voteOf(matter, input) });
    case 'BALLOT':
      return consultations.openBallot({ requestId, consultationId: matter.consultationId, question: input.question, about: input.about, options: optionsOf(input.options), unit: input.unit ?? 'HOUSEHOLD', days: BALLOT_DAYS });
    case 'CANCEL_BALLOT':
      return consultations.cancelBallot(on);
    case 'AGREE_TO_CANCEL':
      return consultations.agreeToCancel(on);
    case 'DROP':
      return consultations.drop(on);
    case 'DECIDE':
      return consultations.decide({ ...on, who: input.who, dueOn: day, costInFen: spentInFen ?? 0 });
    case 'PROGRESS':
      return consultations.progress({ ...on, spentInFen });
    case 'FINISH':
      return consultations.finish({ ...on, spentInFen });
    case 'UPDATE':
      return consultations.update({ ...on, what: input.what ?? 'DECISION', ...(input.day === undefined ? {} : { dueOn: input.day }) });
    case 'SUPERVISE':
      return consultations.supervise(on);
    case 'ANSWER_SUPERVISION':
      return consultations.answerSupervision({ ...on, entry: openOpinion(matter) ?? 0 });
  }
}

/** The first opinion of the supervision committee that nobody has answered. */
export function openOpinion({ entries }: ConsultDetail): number | undefined {
  return entries.find(({ kind, nth }) => kind === 'SUPERVISED' && !entries.some(({ answers }) => answers === nth))?.nth;
}

function voteOf(matter: ConsultDetail, input: ActInput) {
  const step = matter.nextStep ?? 'PROPOSE';
  return {
    step,
    heldOn: input.day ?? '',
    ...(step === 'RESOLVE' && input.meeting !== undefined ? { meeting: input.meeting } : {}),
    members: Number(input.members),
    present: Number(input.present),
    yes: Number(input.yes),
    no: Number(input.no),
    abstain: Number(input.abstain),
    invalid: Number(input.invalid),
    ...(input.meeting === 'REPRESENTATIVES' ? { body: { representatives: Number(input.representatives), women: Number(input.women) } } : {}),
    attendance: input.attendance,
    tellers: isVote(step) ? [...input.tellers] : [],
  };
}
