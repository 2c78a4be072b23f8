'use client';

import { Component, type ReactNode } from 'react';

interface LoadGuardProps {
  fallback: ReactNode;
  children: ReactNode;
}

/** Catches a payment component that cannot be loaded or breaks, so that the page can say that nothing was charged. */
export class LoadGuard extends Component<LoadGuardProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
