import { begin } from './begin';
import { collect } from './collect';
import { confirm } from './confirm';
import { end, endAll } from './end';
import { enter } from './enter';
import { here } from './here';
import { leave } from './leave';
import { look } from './look';
import { desk } from './os';
import { refuse } from './refuse';
import { sessions } from './sessions';

export const router = desk.router({ begin, collect, confirm, end, endAll, enter, here, leave, look, refuse, sessions });
