import type { FastifyInstance } from 'fastify';
import { wireVersion } from '@lpse-konsultasi/client/wire';
import { acceptedTypes } from '../../store/file-kind.js';
import { everyone } from '../access.js';
import type { Services } from '../services.js';

export function serverInfoRoutes(app: FastifyInstance, { database, limits }: Services): void {
  app.get('/', { config: { allow: everyone } }, async ({ office }) => ({
    name: 'lpse-konsultasi',
    wire: wireVersion,
    profile: office.profile.id,
    supports: {
      durable: database.durability !== 'none',
      shared: true,
      attachments: true,
      presence: true,
      logs: true,
      board: true,
      report: true,
      survey: true,
    },
    limits: {
      commandBytes: limits.commandBytes,
      attachmentBytes: limits.attachmentBytes,
      attachmentTypes: acceptedTypes,
    },
    signIn: 'password',
  }));
}
