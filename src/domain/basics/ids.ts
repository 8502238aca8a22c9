/** Ids are strings that the compiler keeps apart, so that a household's id is never handed over as a person's. */
declare const brand: unique symbol;
export type Branded<B extends string> = string & { readonly [brand]?: B };

/** A person on the roster. Derived from the county and the sealed ID number, so a second import finds the same person. */
export type PersonId = Branded<'PersonId'>;
/** A household on the roster. */
export type HouseholdId = Branded<'HouseholdId'>;
/** A WeChat account (or, in demo mode, a stand-in for one). */
export type AccountId = Branded<'AccountId'>;
export type IssueId = Branded<'IssueId'>;
/** A stored file that was checked and moved out of quarantine. */
export type FileId = Branded<'FileId'>;
/** Made by the phone for one tap; repeats of the tap carry the same one. */
export type RequestId = Branded<'RequestId'>;
/** Epoch milliseconds, UTC. */
export type EpochMs = number;
/** `YYYY-MM-DD` in Asia/Shanghai. */
export type CivilDate = Branded<'CivilDate'>;
