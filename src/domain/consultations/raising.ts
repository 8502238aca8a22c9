/** A new matter: raised by a villager (CON-02), or grown from repeated issues (EVT-12). */
import type { AccountId, EpochMs, FileId, PersonId } from '../basics/ids';
import type { Village } from '../grid/grid';
import type { Category, Tap } from '../issues/issue';
import { placeName } from '../issues/ladder';
import { firstSentence } from '../issues/title';
import type { CountySettings } from '../settings/settings';
import { categoryWords } from '../wording/issues';
import type { AreaCode } from '../areas/code';
import type { Outcome } from './acts';
import type { Audience, Consultation, ConsultationId } from './consultation';
import { CHECK_AGAIN_MS, replyLimit, settled, toDesk } from './moves';

interface Opening {
  readonly id: ConsultationId;
  readonly village: Village;
  readonly place: AreaCode;
  readonly now: EpochMs;
  readonly settings: CountySettings;
}

export interface Raised extends Opening {
  readonly raiser: { readonly personId: PersonId; readonly account: AccountId; readonly name: string };
  /** Normalised and of allowed length; may be empty beside a voice note. */
  readonly text: string;
  readonly audience: Audience;
  /** What the content check said of the text (WX-08). */
  readonly checked: boolean;
  readonly photos: readonly FileId[];
  readonly voice?: FileId;
  readonly voiceSeconds?: number;
  readonly uploads: readonly string[];
  readonly shownFiles: readonly FileId[];
  readonly tap: Tap;
}

/** Opens what a villager raised: from its first moment the village owes an answer. */
export function raise(raised: Raised): Outcome {
  const { raiser, text, audience, checked, photos, voice, voiceSeconds, uploads, shownFiles, tap, now, settings } = raised;
  const isPublic = audience === 'VILLAGE';
  const files = voice === undefined ? photos : [...photos, voice];
  const waits = isPublic && (!checked || files.some((file) => !shownFiles.includes(file)));
  const matter: Consultation = {
    ...opened(raised),
    source: 'VILLAGER',
    raiserId: raiser.personId,
    raiserAccount: raiser.account,
    raiserName: raiser.name,
    audience,
    title: firstSentence(text) ?? VOICE_TITLE,
    text,
    photos,
    voice,
    voiceSeconds,
    uploads,
    shownFiles,
    wordsShown: isPublic && checked,
    published: isPublic && checked,
    entries: [{ at: now, kind: 'RAISED', by: { personId: raiser.personId, name: raiser.name, as: 'VILLAGER' } }],
    taps: [tap],
  };
  const { timers, ...limit } = replyLimit(now, settings);
  const next = settled({ ...matter, ...limit, timers: { ...timers, ...(waits ? { PUBLISH: now + CHECK_AGAIN_MS } : {}) } }, now);
  return { matter: next, tell: [toDesk(next, 'CONSULT_NEW', { now, cause: tap.requestId }, { replyBy: next.replyBy ?? now })] };
}

const VOICE_TITLE = '一件事（语音）';

export interface Gathered extends Opening {
  readonly topicId: string;
  readonly category: Category;
  readonly issues: number;
}

/** Opens what repeated issues grew into. Its words are ours, so the village may read them at once; nobody's report stands in it. */
export function gather(gathered: Gathered): Outcome {
  const { topicId, category, issues, now, settings } = gathered;
  const matter = opened(gathered);
  const { timers, ...limit } = replyLimit(now, settings);
  const next = settled({
    ...matter,
    ...limit,
    timers,
    source: 'ISSUES',
    gathered: { topicId, category, issues },
    title: `${matter.placeName}：${categoryWords(category)}的事反复出现`,
    wordsShown: true,
    published: true,
    entries: [{ at: now, kind: 'GATHERED', shown: true }],
  }, now);
  return { matter: next, tell: [toDesk(next, 'CONSULT_NEW', { now, cause: `GATHERED:${topicId}` }, { replyBy: next.replyBy ?? now })] };
}

function opened({ id, village, place, now }: Opening): Consultation {
  return {
    _id: id,
    town: village.town,
    village: village._id,
    villageName: village.name,
    grid: place,
    placeName: placeName(village, place),
    source: 'VILLAGER',
    audience: 'VILLAGE',
    title: '',
    text: '',
    photos: [],
    wordsShown: false,
    published: false,
    stage: 'RAISED',
    open: true,
    supporters: [],
    villagers: village.grids.filter(({ level }) => level === 1).reduce((sum, { people }) => sum + people, 0),
    markedMajor: false,
    entries: [],
    publications: [],
    createdAt: now,
    changedAt: now - 1,
    calendarIncomplete: false,
    lateCount: 0,
    timers: {},
    taps: [],
    uploads: [],
    shownFiles: [],
  };
}
