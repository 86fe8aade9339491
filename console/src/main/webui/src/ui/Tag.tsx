import type { ComponentType } from 'react';

export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red' | 'purple';
export interface Look {
  tone: Tone;
  icon: ComponentType<{ 'aria-hidden'?: boolean }>;
}

/** Colour, icon and word together; never one of them alone. */
export function Tag({ look: { tone, icon: Icon }, children }: { look: Look; children: string }) {
  return (
    <span className={`tag tone-${tone}`}>
      <Icon aria-hidden />
      {children}
    </span>
  );
}
