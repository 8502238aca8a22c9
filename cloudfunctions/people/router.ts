import { actFor } from './act-for';
import { addPerson } from './add-person';
import { answerClaim } from './answer-claim';
import { answerApplication, applications } from './applications';
import { apply } from './apply';
import { bindByCode } from './bind-by-code';
import { bindByName } from './bind-by-name';
import { bindByPhone } from './bind-by-phone';
import { codesToConfirm, confirmCode, issueCode } from './binding-codes';
import { claims } from './claims';
import { contacts } from './contacts';
import { correctPerson } from './correct-person';
import { deleteAccount } from './delete-account';
import { endFamilyPhone, endFamilyPhoneFor } from './end-family-phone';
import { familyPhones } from './family-phones';
import { leave } from './leave';
import { me } from './me';
import { moveHousehold } from './move-household';
import { myData } from './my-data';
import { people } from './os';
import { person } from './person';
import { places } from './places';
import { answerRequest, requests } from './requests';
import { askRights, myRequests, sendFeedback } from './rights';
import { search } from './search';
import { unbind } from './unbind';
import { unbindLost } from './unbind-lost';

export const router = people.router({
  actFor, addPerson, answerApplication, answerClaim, answerRequest, applications, apply, askRights, bindByCode, bindByName, bindByPhone,
  claims, codesToConfirm, confirmCode, contacts, correctPerson, deleteAccount, endFamilyPhone, endFamilyPhoneFor, familyPhones, issueCode, leave, me,
  moveHousehold, myData, myRequests, person, places, requests, search, sendFeedback, unbind, unbindLost,
});
