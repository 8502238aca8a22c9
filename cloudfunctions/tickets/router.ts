import { answers } from './answers';
import { check } from './check';
import { link } from './link';
import { list } from './list';
import { load } from './load';
import { tickets } from './os';
import { similar } from './similar';
import { take } from './take';

export const router = tickets.router({ answers, check, link, list, load, similar, take });
