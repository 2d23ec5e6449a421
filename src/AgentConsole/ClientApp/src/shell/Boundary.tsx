import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { Empty } from '../ui/Empty';

/** A part that cannot be drawn says so and can be drawn again; the rest of the desk goes on. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Empty icon="alert" title={i18next.t('app.crashed')}>
        <Button onClick={() => this.setState({ broken: false })}>{i18next.t('app.retry')}</Button>
      </Empty>
    );
  }
}
