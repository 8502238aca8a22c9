import { branchLedger } from './branch-ledger';
import { checkOpening, loadOpening, openingSheet } from './opening';
import { checkScheme, loadScheme } from './load-scheme';
import { checkDirectory, directorySheet, loadDirectory } from './directory';
import { ledgers } from './os';
import { publicationSheet } from './publication-sheet';
import { scheme, schemeSheet } from './scheme';

export const router = ledgers.router({ branchLedger, checkDirectory, checkOpening, checkScheme, directorySheet, loadDirectory, loadOpening, loadScheme, openingSheet, publicationSheet, scheme, schemeSheet });
