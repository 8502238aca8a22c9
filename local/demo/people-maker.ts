/** Makes up persons: an ID number with a valid check digit, of a birthday and a serial that no two of the county share. */
import { assert } from '../../src/domain/basics/assert';
import { addCivilDays } from '../../src/domain/basics/civil-time';
import { checkCharacterOf } from '../../src/domain/people/id-number';
import { givenName } from './names';
import type { Random } from './random';

export interface MadeUp {
  readonly name: string;
  readonly idNumber: string;
  readonly sex: 'F' | 'M';
  readonly bornOn: string;
}

/** Serials of one birthday in one village; 160 villages of six fit below 999, and the demo's start at 001. */
const SERIALS = 6;

export interface PeopleMaker {
  readonly make: (family: string, sex: 'F' | 'M', ageFrom: number, ageTo: number) => MadeUp;
  readonly named: (name: string, sex: 'F' | 'M', bornOn: string) => MadeUp;
}

/** People of the `index`-th village. `today` only bounds the birthdays. */
export function peopleMaker(random: Random, index: number, today: string): PeopleMaker {
  const taken = new Map<string, number>();

  function idNumber(sex: 'F' | 'M', bornOn: string): string | undefined {
    const key = `${bornOn}${sex}`;
    const nth = taken.get(key) ?? 0;
    if (nth >= SERIALS / 2) return undefined;
    taken.set(key, nth + 1);
    // An odd serial is a man's, an even one a woman's (GB 11643).
    const serial = index * SERIALS + nth * 2 + (sex === 'M' ? 1 : 2);
    const digits = `610921${bornOn.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    return `${digits}${checkCharacterOf(digits)}`;
  }

  return {
    make(family, sex, ageFrom, ageTo) {
      for (;;) {
        const bornOn = addCivilDays(today, -Math.floor(random.int(ageFrom * 365, ageTo * 365) * 1.0007) - 30);
        const number = idNumber(sex, bornOn);
        if (number !== undefined) return { name: `${family}${givenName(random, sex)}`, idNumber: number, sex, bornOn };
      }
    },
    named(name, sex, bornOn) {
      const number = idNumber(sex, bornOn);
      assert(number !== undefined, `there is a serial left for ${name}`);
      return { name, idNumber: number, sex, bornOn };
    },
  };
}
