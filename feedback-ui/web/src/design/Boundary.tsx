import { Component, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useLanguage } from '../i18n/language';
import css from './page.module.css';

/** Keeps a fault in one page from taking the whole application down. */
export class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { text } = useLanguage();
  return (
    <div className={css.page} role="alert">
      <p>{text.problem.crashed}</p>
      <div>
        <Button variant="default" onClick={() => window.location.reload()}>
          {text.problem.reload}
        </Button>
      </div>
    </div>
  );
}
