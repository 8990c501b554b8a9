import { customerSupport } from './customer-support.ts';
import { hr } from './hr.ts';
import { itService } from './it-service.ts';
import type { DeskTemplate } from './template.ts';

/** The keys of the templates that a new service desk can be made from; the first one unless another is named. */
export const templateKeys = ['customer-support', 'it-service', 'hr'] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** The templates, by key. */
export const templates: Readonly<Record<TemplateKey, DeskTemplate>> = {
  'customer-support': customerSupport,
  'it-service': itService,
  hr,
};
