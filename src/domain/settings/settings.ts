/**
 * Everything a county decides for itself, in one record. A county file says only what differs from the defaults
 * (`config/county/`); `loadSettings` puts the two together and refuses what is mistyped or laxer than the law.
 *
 * Every figure is an integer; a share is a pair of integers.
 */
import type { CountyCode } from '../areas/code';
import type { CalendarTable } from '../basics/working-days';
import type { Category } from '../issues/issue';
import type { DeskSettings } from '../people/desk-session';
import type { SendingLimit } from '../people/sending';
import type { EscalationSettings, EventSettings } from './event-settings';
import type {
  ConsultSettings,
  DeputySettings,
  DisclosureSettings,
  GridSettings,
  HeadSettings,
  HouseholdSettings,
  LiaisonSettings,
  MediationSettings,
  PartySettings,
  PrivacySettings,
  QuorumSettings,
  RulesSettings,
  ServiceSettings,
  SubsidySettings,
} from './policy-settings';

export interface CountySettings {
  readonly countyCode: CountyCode;
  /** 汉阴县 */
  readonly countyName: string;
  /** What the app calls itself in this county: 汉阴321 */
  readonly title: string;
  /** Dialled from the screen before anything else is asked (EVT-10). */
  readonly emergencyNumbers: readonly PhoneLine[];
  /** Whom to ring when nobody of the village can be named; never empty, the first is shown first. */
  readonly servicePhones: readonly PhoneLine[];
  /** Whom a town can call (EVT-07). */
  readonly departments: readonly Department[];
  /** Laid over the published holidays; wins over them (CAL-03). */
  readonly calendar: CalendarTable;
  readonly modules: ModuleSettings;
  readonly binding: BindingSettings;
  readonly desk: DeskSettings;
  readonly files: FileSettings;
  readonly text: TextSettings;
  readonly event: EventSettings;
  readonly escalation: EscalationSettings;
  /** How often the reporter may press for one issue within one civil day. */
  readonly reminderPerDay: number;
  readonly sending: SendingSettings;
  readonly grid: GridSettings;
  readonly household: HouseholdSettings;
  readonly service: ServiceSettings;
  readonly liaison: LiaisonSettings;
  readonly party: PartySettings;
  readonly deputy: DeputySettings;
  readonly head: HeadSettings;
  readonly mediation: MediationSettings;
  readonly subsidyFen: SubsidySettings;
  readonly consult: ConsultSettings;
  readonly disclosure: DisclosureSettings;
  readonly rules: RulesSettings;
  readonly privacy: PrivacySettings;
  readonly quorum: QuorumSettings;
}

export interface PhoneLine {
  /** 火警 */
  readonly name: string;
  /** 119 */
  readonly number: string;
}

/** A county department and the kinds of issue that are its duty. */
export interface Department {
  /** Stable and short: `WATER`. */
  readonly code: string;
  /** 县水利局 */
  readonly name: string;
  readonly categories: readonly Category[];
}

/** Every module can be switched off, but the three that the rest stands on (BUR-08). */
export interface ModuleSettings {
  readonly issues: true;
  readonly contacts: true;
  readonly roster: true;
  readonly consultations: boolean;
  readonly deputies: boolean;
  readonly points: boolean;
}

export interface BindingSettings {
  /** Wrong tries a civil day, counted by account and by the person tried for. */
  readonly triesPerDay: number;
  /** How long a single-use code lives. */
  readonly codeHours: number;
}

/**
 * How much one account may send. What is urgent is neither counted nor refused. No figure can be set so low that someone
 * with a flood in the house meets it: a limit that silences people is worse than none.
 */
export interface SendingSettings {
  readonly reports: SendingLimit;
  /** 代报, by a head or an officer. */
  readonly onBehalf: SendingLimit;
  /** 我也遇到了 */
  readonly supports: SendingLimit;
  /** Requests about one's data and feedback on the app together. */
  readonly requests: SendingLimit;
  /** Objections to what a branch publishes and remarks on its members together: one sitting may have a word on each of fifty. */
  readonly branchWords: SendingLimit;
  /** A civil day, by account; at most one of them waits at a time. */
  readonly applicationsPerDay: number;
  /** Remarks that a reporter may add to one matter within one civil day. */
  readonly remarksPerDay: number;
}

export interface FileSettings {
  readonly maxPhotos: number;
  readonly maxPhotoBytes: number;
  readonly maxVoiceSeconds: number;
  readonly maxVoiceBytes: number;
  /** A file that no record names after so long is removed. */
  readonly unclaimedHours: number;
  /** How long a link to a file works. */
  readonly linkMinutes: number;
}

/** In characters as people count them. */
export interface TextSettings {
  readonly issueMax: number;
  readonly stepMax: number;
}
