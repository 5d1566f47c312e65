"""Triggers: the log only grows, the counters follow the figures, the search index follows the texts."""

from db.schema import comparing

_LOG = (
    """
    CREATE TRIGGER events_no_update
    BEFORE UPDATE OF id, uid, action_uid, seq, reviewer_id, at, kind, subject, payload, digest ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
    """,
    # An event can come to the file before its figure does; then the row of the figure is filled in, once.
    """
    CREATE TRIGGER events_no_move BEFORE UPDATE OF figure_id ON events
    WHEN OLD.figure_id IS NOT NULL OR NEW.figure_id IS NULL
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
    """,
    """
    CREATE TRIGGER events_no_delete BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
    """,
    # INSERT OR REPLACE deletes without the delete trigger.
    """
    CREATE TRIGGER events_no_replace BEFORE INSERT ON events
    WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
      OR EXISTS (SELECT 1 FROM events WHERE uid = NEW.uid)
      OR EXISTS (SELECT 1 FROM events WHERE action_uid = NEW.action_uid AND seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END
    """,
)

# Figures come in by the hundred, so that inserting counts and indexes them by the document (db/storing.py); what
# becomes of them later is counted and indexed here.
_FIGURES = (
    """
    CREATE TRIGGER figures_count_state AFTER UPDATE OF state, queued ON figures
    WHEN OLD.state <> NEW.state OR OLD.queued <> NEW.queued
    BEGIN
        UPDATE counters SET value = value - 1 WHERE OLD.queued AND name = OLD.state;
        UPDATE counters SET value = value + 1 WHERE NEW.queued AND name = NEW.state;
        UPDATE counters SET value = value + NEW.queued - OLD.queued
            WHERE NEW.queued <> OLD.queued AND name = 'queue';
    END
    """,
    """
    CREATE TRIGGER figures_count_status AFTER UPDATE OF status ON figures
    WHEN (OLD.status = 'retired') <> (NEW.status = 'retired')
    BEGIN
        UPDATE counters SET value = value + (OLD.status = 'retired') - (NEW.status = 'retired')
            WHERE name = 'figures';
    END
    """,
    """
    CREATE TRIGGER documents_count AFTER UPDATE OF superseded_by ON documents
    WHEN (OLD.superseded_by IS NULL) <> (NEW.superseded_by IS NULL)
    BEGIN
        UPDATE counters SET value = value + (NEW.superseded_by IS NULL) - (OLD.superseded_by IS NULL)
            WHERE name = 'documents';
    END
    """,
    # UPDATE OF: without it every verdict would write its figure's sentence again, forty times the work.
    """
    CREATE TRIGGER figures_search_update AFTER UPDATE OF sentence, noun ON figures
    BEGIN
        INSERT INTO figures_fts (figures_fts, rowid, sentence, noun)
            VALUES ('delete', OLD.id, OLD.sentence, OLD.noun);
        INSERT INTO figures_fts (rowid, sentence, noun) VALUES (NEW.id, NEW.sentence, NEW.noun);
    END
    """,
    """
    CREATE TRIGGER figures_search_delete AFTER DELETE ON figures
    BEGIN
        INSERT INTO figures_fts (figures_fts, rowid, sentence, noun)
            VALUES ('delete', OLD.id, OLD.sentence, OLD.noun);
    END
    """,
)

TRIGGERS = (*_LOG, *_FIGURES, *comparing.TRIGGERS)
