/** What a county decides about issues (诉求/事件): every clock that runs on one, and what starts it (EVT-04..13). */
import type { AreaLevel } from '../areas/code';
import type { Fraction } from '../basics/ratio';
import type { TimeLimit } from '../basics/working-days';
import type { Category, Urgency } from '../issues/issue';

export interface EventSettings {
  /** From how many people on an issue is `MAJOR` (EVT-04). */
  readonly majorPeople: number;
  /** How long the one in charge has to accept, by the urgency and the level of their post (EVT-05). */
  readonly accept: Readonly<Record<Urgency, Readonly<Record<AreaLevel, TimeLimit>>>>;
  /** From acceptance to the end. `EMERGENCY` and `DISPUTE` have clocks of their own: see `solveLimit` (EVT-06). */
  readonly workdays: Readonly<Record<Exclude<Category, 'EMERGENCY' | 'DISPUTE'>, number>>;
  /** A hazard is brought under control first and put right afterwards (EVT-06). */
  readonly emergency: { readonly controlWorkdays: number; readonly fixWorkdays: number };
  /** No limit in working days, its extension included, goes beyond this one unless a statute gives longer (EVT-06). */
  readonly cap: number;
  /** Whether the limit may be extended, once, by at most its own length (EVT-06). */
  readonly extendOnce: boolean;
  /**
   * How often a matter may be put off (停一停), and what share of its own limit all its pauses may take together (EVT-02). The
   * rulebook says neither [DEF]; never more than the limit itself, as for an extension (EVT-06). 0 times: not at all.
   */
  readonly pause: { readonly times: number; readonly ofLimit: Fraction };
  /** Natural days after DONE within which an unsatisfied reporter may have it done again, once (EVT-13). */
  readonly reopenDays: number;
  /** Natural days after DONE until an unrated issue counts as unrated, never as satisfied (EVT-13). */
  readonly ratingDays: number;
  /** So many issues of one category in one grid within so many days become a topic (EVT-12). */
  readonly aggregate: { readonly n: number; readonly days: number };
  /** The town calls, the departments answer (吹哨报到, EVT-07). */
  readonly whistle: {
    readonly respond: Readonly<Record<Urgency, TimeLimit>>;
    /** Until somebody is on the spot or a written plan is there. */
    readonly planWorkdays: number;
    /** A village may call after it was late so many times with one issue. */
    readonly afterOverdue: number;
  };
  /** How long a unit has to say that a matter is not its duty (派单异议, EVT-08). */
  readonly objection: {
    readonly workdays: number;
    /** [LAW] 信访工作条例 art. 23. */
    readonly petitionWorkdays: number;
  };
}

/** What happens by itself when a limit passes (EVT-05). */
export interface EscalationSettings {
  /** By how many levels an issue nobody accepted in time goes up. */
  readonly acceptOverdueLevels: number;
  /** By how many levels an issue not done in time is made visible further up. */
  readonly solveOverdueLevels: number;
  /** The one in charge is reminded so many natural days before an issue is due. */
  readonly remindBeforeDays: number;
}
