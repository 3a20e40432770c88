package dev.carrier.contracts;

/** A value of one of the topics: a record with a {@link Kind}, or an {@link Unread} one. */
public sealed interface Travels
        permits Event,
                Step,
                Result,
                Response,
                Delivery,
                Memory,
                JournalRecord,
                SettingsVersion,
                DeadLetter {}
