import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import './design/theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HashRouter } from 'react-router';
import { ProblemError } from './api/http';
import { App } from './App';
import { LanguageProvider } from './i18n/language';
import { SessionProvider } from './session/session';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && !(error instanceof ProblemError && error.problem.status < 500),
    },
  },
});

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no #root');
}
createRoot(root).render(
  <StrictMode>
    {/* Variables and classes come from the style sheet: the content security policy admits no injected style. */}
    <MantineProvider forceColorScheme="dark" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <SessionProvider>
            <HashRouter>
              <App />
            </HashRouter>
          </SessionProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
