import { reportStyle, threatStyle } from '@asylia/view';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './style/page.css';
import './style/print.css';

// Charts look alike in report and page: one style for both, before the page's own.
const shared = document.createElement('style');
shared.textContent = `${reportStyle}${threatStyle}`;
document.head.prepend(shared);

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
