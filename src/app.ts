import type { PropsWithChildren, ReactNode } from 'react';
import './components/sheet/back-guard';
import './styles/tokens.css';
import './styles/icons.css';
import './app.scss';
import { listenForConsent } from './services/privacy-consent';

// The demo's dock, and the watch over a computer's desk; the WeChat build drops both.
if (process.env.TARO_ENV === 'h5') {
  const opened = window.location.hash;
  void import('./components/dock').then(({ openDock }) => openDock(opened));
  void import('./components/desk-watch').then(({ watchDesk }) => watchDesk());
}

listenForConsent();

/** Taro starts here; everything a page needs it asks for itself. */
export default function App({ children }: PropsWithChildren): ReactNode {
  return children;
}
