import { appoint } from './appoint';
import { check } from './check';
import { contactSheet } from './contact-sheet';
import { households } from './households';
import { link } from './link';
import { grids } from './os';
import { setPhoneShown } from './set-phone-shown';
import { standIn } from './stand-in';
import { village } from './village';

export const router = grids.router({ appoint, check, contactSheet, households, link, setPhoneShown, standIn, village });
