import type { FieldTypeName } from '../../../fields/index.ts';

/** A field that templates bring. */
export interface FieldTemplate {
  readonly name: string;
  readonly type: FieldTypeName;
  readonly options?: readonly string[];
}

/**
 * The fields of all templates. Each is made once, when the first desk wants it, and known by its key for good, so that all
 * desks share it whatever it is called later; the prefix says which template had it first.
 */
export const fields = {
  'customer-support.impact': {
    name: 'Impact',
    type: 'select',
    options: ['One person', 'A team', 'Whole company'],
  },
  'customer-support.system': { name: 'System', type: 'text' },
  'customer-support.accessLevel': {
    name: 'Access level',
    type: 'select',
    options: ['Read', 'Read and write', 'Administer'],
  },
  'customer-support.neededFrom': { name: 'Needed from', type: 'date' },
  'customer-support.kindOfChange': {
    name: 'Kind of change',
    type: 'select',
    options: ['New', 'More', 'Less', 'Different', 'No longer needed'],
  },
  'customer-support.quantity': { name: 'Quantity', type: 'number' },
  'customer-support.reason': { name: 'Business reason', type: 'paragraph' },
  approvers: { name: 'Approvers', type: 'people' },
  'it-service.hardware': {
    name: 'Kind of hardware',
    type: 'select',
    options: ['Laptop', 'Monitor', 'Phone', 'Headset', 'Keyboard or mouse', 'Something else'],
  },
  'it-service.software': { name: 'Software', type: 'text' },
  'it-service.accountProblem': {
    name: 'Account problem',
    type: 'radio',
    options: ['Forgotten password', 'Locked account', 'Second factor lost', 'Something else'],
  },
  'it-service.changeRisk': { name: 'Risk of the change', type: 'select', options: ['Low', 'Medium', 'High'] },
  'it-service.changeStart': { name: 'Planned start', type: 'date-time' },
  'it-service.changeEnd': { name: 'Planned end', type: 'date-time' },
  'it-service.rollback': { name: 'Way back', type: 'paragraph' },
  'hr.employee': { name: 'Employee', type: 'text' },
  'hr.position': { name: 'Position', type: 'text' },
  'hr.department': { name: 'Department', type: 'text' },
  'hr.firstDay': { name: 'First day', type: 'date' },
  'hr.lastDay': { name: 'Last day', type: 'date' },
  'hr.equipment': {
    name: 'Equipment',
    type: 'checkboxes',
    options: ['Laptop', 'Phone', 'Desk and chair', 'Access card', 'Company car'],
  },
  'hr.personalData': {
    name: 'Personal data',
    type: 'select',
    options: ['Name', 'Address', 'Bank account', 'Family status', 'Emergency contact', 'Something else'],
  },
  'hr.document': {
    name: 'Document',
    type: 'select',
    options: [
      'Confirmation of employment',
      'Salary statement',
      'Reference',
      'Tax document',
      'Something else',
    ],
  },
  'hr.leave': {
    name: 'Kind of leave',
    type: 'select',
    options: ['Vacation', 'Parental leave', 'Unpaid leave', 'Education', 'Something else'],
  },
} as const satisfies Record<string, FieldTemplate>;

/** The key of a field that templates bring. */
export type FieldKey = keyof typeof fields;
