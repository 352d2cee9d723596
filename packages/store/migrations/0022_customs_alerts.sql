ALTER TYPE "public"."alert_kind" ADD VALUE 'customs-hold';--> statement-breakpoint
ALTER TYPE "public"."alert_kind" ADD VALUE 'customs-delay';