import { deputies } from './os';
import { addEntry } from './add-entry';
import { assign } from './assign';
import { candidates } from './candidates';
import { confirm } from './confirm';
import { contacts } from './contacts';
import { deputy } from './deputy';
import { directory } from './directory';
import { forUnit } from './for-unit';
import { households } from './households';
import { judge } from './judge';
import { myOpinions } from './my-opinions';
import { openRound } from './open-round';
import { opinion } from './opinion';
import { opinions } from './opinions';
import { publish } from './publish';
import { record } from './record';
import { reply } from './reply';
import { round } from './round';
import { rounds } from './rounds';
import { saveConstituency } from './save-constituency';
import { saveDeputy } from './save-deputy';
import { saveStation } from './save-station';
import { sendOpinion } from './send-opinion';
import { setAside } from './set-aside';
import { setPhoto } from './set-photo';
import { setStanding } from './set-standing';
import { sortOpinion } from './sort-opinion';
import { towns } from './towns';
import { units } from './units';

export const router = deputies.router({
  addEntry, assign, candidates, confirm, contacts, deputy, directory, forUnit, households, judge, myOpinions, openRound, opinion, opinions, publish, record, reply, round, rounds,
  saveConstituency, saveDeputy, saveStation, sendOpinion, setAside, setPhoto, setStanding, sortOpinion, towns, units,
});
