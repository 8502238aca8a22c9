import type { PropsWithChildren, ReactNode } from 'react';
import './components/sheet/back-guard';
import './styles/tokens.css';
import './styles/icons.css';
import './app.scss';
import { listenForConsent } from './services/privacy-consent';

// The demo's dock; the WeChat build drops it.
if (process.env.TARO_ENV === 'h5') void import('./components/dock').then(({ openDock }) => openDock());

listenForConsent();

/** Taro starts here; everything a page needs it asks for itself. */
export default function App({ children }: PropsWithChildren): ReactNode {
  return children;
}
