BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'figcheck','0001_review','2026-01-05 08:00:00.000000+00:00');
CREATE TABLE actions (              -- what can be undone; worked out from the events
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        -- dropped: undone, and the reviewer did something else since, so that it cannot be redone
        standing TEXT NOT NULL DEFAULT 'done' CHECK (standing IN ('done', 'undone', 'dropped'))
    ) STRICT
    ;
INSERT INTO "actions" VALUES(1,'05fde609-8c5d-435b-bfef-7af301fa165f',1,'decide','misreported (bound lost) 1 figure','done');
INSERT INTO "actions" VALUES(2,'9f42f4d0-5812-410b-9550-47ed344f8444',1,'decide','confirmed 2 figures','done');
INSERT INTO "actions" VALUES(3,'143b1bde-c209-44ba-865d-77847ed69537',1,'evidence','source link on 1 figure','done');
INSERT INTO "actions" VALUES(4,'9d5796b1-7f8a-4fc7-9a7c-98a9f30e9f8b',1,'decide','dismissed (not worth checking) 1 figure','dropped');
INSERT INTO "actions" VALUES(5,'7f3fa34d-f1a1-4e7a-a293-6eef8ad1afae',1,'decide','disputed 1 figure','done');
INSERT INTO "actions" VALUES(6,'d4e221fe-a566-4eb3-84ba-687b7e7075ef',2,'decide','disputed 1 figure','done');
INSERT INTO "actions" VALUES(7,'88f913f8-6d78-4c17-8c5b-569fa222cf47',2,'decide','confirmed 1 figure','done');
CREATE TABLE counters (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL CHECK (value >= 0)
    ) STRICT, WITHOUT ROWID
    ;
INSERT INTO "counters" VALUES('confirmed',1);
INSERT INTO "counters" VALUES('dismissed',0);
INSERT INTO "counters" VALUES('disputed',2);
INSERT INTO "counters" VALUES('documents',3);
INSERT INTO "counters" VALUES('figures',8);
INSERT INTO "counters" VALUES('misreported',1);
INSERT INTO "counters" VALUES('queue',6);
INSERT INTO "counters" VALUES('unreviewed',2);
CREATE TABLE desk (                 -- where each reviewer left the desk
        reviewer_id INTEGER PRIMARY KEY REFERENCES reviewers (id),
        figure_id TEXT,
        filter TEXT NOT NULL,
        sort TEXT NOT NULL,
        show_all INTEGER NOT NULL CHECK (show_all IN (0, 1))
    ) STRICT
    ;
INSERT INTO "desk" VALUES(1,'a4c772307c75','state:"confirmed"','',1);
CREATE TABLE documents (
        id INTEGER PRIMARY KEY,         -- in the order of intake
        uid TEXT NOT NULL UNIQUE,       -- sha256 of canonical URL and text
        name TEXT NOT NULL,             -- file name, URL or record id
        title TEXT,
        publisher TEXT,
        author TEXT,
        url TEXT,
        published TEXT,                 -- ISO date
        language TEXT,
        retrieved TEXT NOT NULL,        -- UTC
        source_sha256 TEXT NOT NULL,    -- of the bytes received
        text_sha256 TEXT NOT NULL,      -- of the text below
        text TEXT NOT NULL              -- last: what stands before it is read without it
    ) STRICT
    ;
INSERT INTO "documents" VALUES(1,'bd085b141890b0e217d9e7f5e28eb08af4424015755ec36c0c4709a82c4e4e4c','storm1.txt','Storm 1','Harbour Post 1',NULL,'https://harbour-post.example/1','2025-06-18',NULL,'2025-06-20T08:00:00Z','042a9d9d8b5a93d84d579a5fb935768af90082a140b6dbe2a6fdc785703baadb','042a9d9d8b5a93d84d579a5fb935768af90082a140b6dbe2a6fdc785703baadb','Storm 1: the port counted 12 barges adrift
More than 6,000 homes lost power, the grid operator said.
Around 3,800 to 4,000 residents left the islands on ferry M-100.
');
INSERT INTO "documents" VALUES(2,'877367a5136de00099c7aef860fd7e418b13f738bf7f192245ed995fd8ab79b1','storm2.txt','Storm 2','Harbour Post 2',NULL,'https://harbour-post.example/2','2025-06-18',NULL,'2025-06-20T08:00:00Z','77031902c0f422c85bc16e40caf12a4325480cbad2d44891d07b52fe0cd96213','77031902c0f422c85bc16e40caf12a4325480cbad2d44891d07b52fe0cd96213','Storm 2: the port counted 12 barges adrift
More than 6,000 homes lost power, the grid operator said.
Around 3,800 to 4,000 residents left the islands on ferry M-200.
');
INSERT INTO "documents" VALUES(3,'cebd194e143a008ad62b950be53e45482a925209b552fbade79522d64cd62e75','empty.txt',NULL,NULL,NULL,NULL,NULL,NULL,'2025-06-20T08:00:00Z','cebd194e143a008ad62b950be53e45482a925209b552fbade79522d64cd62e75','cebd194e143a008ad62b950be53e45482a925209b552fbade79522d64cd62e75','No figure stands here.');
CREATE TABLE events (
        id INTEGER PRIMARY KEY,         -- in the order of writing to this file
        uid TEXT NOT NULL UNIQUE,       -- UUID
        action_uid TEXT NOT NULL,       -- what one key did is one action
        seq INTEGER NOT NULL,           -- place in the action
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        at TEXT NOT NULL,               -- UTC, to the microsecond
        kind TEXT NOT NULL,             -- verdict, note, evidence, undo, redo
        figure_id INTEGER REFERENCES figures (id),
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        UNIQUE (action_uid, seq)
    ) STRICT
    ;
INSERT INTO "events" VALUES(1,'fcdb87aa-f8f1-487a-9268-0807b6fe738b','05fde609-8c5d-435b-bfef-7af301fa165f',0,1,'2026-11-22T12:22:55.787190Z','verdict',2,'{"verdict": "misreported", "reason": "bound_lost"}');
INSERT INTO "events" VALUES(2,'ce8397a1-b782-419b-8756-78f1b5ee23fe','05fde609-8c5d-435b-bfef-7af301fa165f',1,1,'2026-11-22T12:22:55.787190Z','note',2,'{"note": "it says more than"}');
INSERT INTO "events" VALUES(3,'91e591ef-cde5-4550-a48a-f9b90a13547f','05fde609-8c5d-435b-bfef-7af301fa165f',2,1,'2026-11-22T12:22:55.787190Z','evidence',2,'{"link": "https://example.org/a", "title": null, "quote": null, "stance": "supports"}');
INSERT INTO "events" VALUES(4,'5f218f8f-92f3-4cb6-b9d6-f7aaabddc65d','9f42f4d0-5812-410b-9550-47ed344f8444',0,1,'2026-11-22T12:22:55.799528Z','verdict',3,'{"verdict": "confirmed", "reason": null}');
INSERT INTO "events" VALUES(5,'5eca01d4-3b5c-432c-9abc-99c22d599eca','9f42f4d0-5812-410b-9550-47ed344f8444',1,1,'2026-11-22T12:22:55.799528Z','verdict',5,'{"verdict": "confirmed", "reason": null}');
INSERT INTO "events" VALUES(6,'820b1e54-77be-41c5-9455-ca6c128e296b','143b1bde-c209-44ba-865d-77847ed69537',0,1,'2026-11-22T12:22:55.807952Z','evidence',3,'{"link": "https://example.org/b", "title": "Port log", "quote": "3,800", "stance": "contradicts"}');
INSERT INTO "events" VALUES(7,'2d6e7d79-d8e9-4a5e-a312-d35b5fdcceef','9d5796b1-7f8a-4fc7-9a7c-98a9f30e9f8b',0,1,'2026-11-22T12:22:55.811576Z','verdict',6,'{"verdict": "dismissed", "reason": "not_worth_checking"}');
INSERT INTO "events" VALUES(8,'ea03b90c-c953-4b62-bc45-fade5d902bd2','ad17d97e-a3b3-4fa7-a632-052e2f6427a6',0,1,'2026-11-22T12:22:55.813271Z','undo',6,'{"action": "9d5796b1-7f8a-4fc7-9a7c-98a9f30e9f8b", "label": "dismissed (not worth checking) 1 figure"}');
INSERT INTO "events" VALUES(9,'bda8df02-f4e8-4fc3-9106-6dd00538ca44','7f3fa34d-f1a1-4e7a-a293-6eef8ad1afae',0,1,'2026-11-22T12:22:55.815153Z','verdict',7,'{"verdict": "disputed", "reason": null}');
INSERT INTO "events" VALUES(10,'601744b5-48bd-4b45-b942-886fea7702a9','fd6631fb-20a0-42b5-b18c-b19650bb12ce',0,1,'2026-11-22T12:22:55.819199Z','undo',7,'{"action": "7f3fa34d-f1a1-4e7a-a293-6eef8ad1afae", "label": "disputed 1 figure"}');
INSERT INTO "events" VALUES(11,'a59d23b0-2b11-439d-b02d-e10bc0e628f7','5a281757-13c6-480b-add3-d997ac65d85d',0,1,'2026-11-22T12:22:55.820846Z','redo',7,'{"action": "7f3fa34d-f1a1-4e7a-a293-6eef8ad1afae", "label": "disputed 1 figure"}');
INSERT INTO "events" VALUES(12,'15b800bd-3390-4370-b1c8-0dcf090b170d','d4e221fe-a566-4eb3-84ba-687b7e7075ef',0,2,'2026-11-22T12:22:55.829159Z','verdict',3,'{"verdict": "disputed", "reason": null}');
INSERT INTO "events" VALUES(13,'a7461736-1261-41a2-ab8a-00a6548f75e2','d4e221fe-a566-4eb3-84ba-687b7e7075ef',1,2,'2026-11-22T12:22:55.829159Z','note',3,'{"note": "two sources"}');
INSERT INTO "events" VALUES(14,'b1680424-3820-4125-afe0-e9c1620fb783','88f913f8-6d78-4c17-8c5b-569fa222cf47',0,2,'2026-11-22T12:22:55.835836Z','verdict',5,'{"verdict": "confirmed", "reason": null}');
CREATE TABLE evidence (             -- worked out from the events, one row for each that is not undone
        id INTEGER PRIMARY KEY REFERENCES events (id),
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        link TEXT NOT NULL CHECK (link LIKE 'http://%' OR link LIKE 'https://%'),
        title TEXT,
        quote TEXT,
        stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts')),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        added_at TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "evidence" VALUES(3,2,'https://example.org/a',NULL,NULL,'supports',1,'2026-11-22T12:22:55.787190Z');
INSERT INTO "evidence" VALUES(6,3,'https://example.org/b','Port log','3,800','contradicts',1,'2026-11-22T12:22:55.807952Z');
CREATE TABLE figures (
        id INTEGER PRIMARY KEY,
        figure_id TEXT NOT NULL UNIQUE, -- 12 hex digits, minted once
        document_id INTEGER NOT NULL,
        item INTEGER NOT NULL,
        zone TEXT NOT NULL,
        -- Not a generated column: SQLite cannot answer from an index alone that holds one.
        teaser INTEGER NOT NULL CHECK (teaser = (zone = 'teaser')),
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL CHECK ("end" > start),
        text TEXT NOT NULL,
        low TEXT,                       -- the exact number
        high TEXT,
        low_value REAL,                 -- the same, for sorting
        high_value REAL,
        bound TEXT NOT NULL
            CHECK (bound IN ('exact', 'approx', 'over', 'at_least', 'under', 'up_to', 'range')),
        approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
        kind TEXT NOT NULL,
        unit TEXT,
        iso TEXT,
        noun TEXT,
        predicate TEXT,
        place TEXT,
        modifier TEXT,
        increment INTEGER NOT NULL CHECK (increment IN (0, 1)),
        vague INTEGER NOT NULL CHECK (vague IN (0, 1)),
        attribution TEXT,
        hedge TEXT,
        as_of TEXT,
        as_of_start TEXT,
        as_of_end TEXT,
        sentence_start INTEGER NOT NULL,
        sentence_end INTEGER NOT NULL,
        checkable INTEGER NOT NULL CHECK (checkable IN (0, 1)),
        why_not TEXT,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        sentence TEXT NOT NULL,
        -- What follows is worked out from the events, in the transaction that writes them.
        state TEXT NOT NULL DEFAULT 'unreviewed'
            CHECK (state IN ('unreviewed', 'confirmed', 'disputed', 'misreported', 'dismissed')),
        reason TEXT,
        decided_by INTEGER REFERENCES reviewers (id),
        decided_at TEXT,
        note TEXT,
        FOREIGN KEY (document_id, item) REFERENCES items (document_id, number)
    ) STRICT
    ;
INSERT INTO "figures" VALUES(1,'40292ecfe67f',1,1,'teaser',1,26,28,'12','12','12',12.0,12.0,'exact',0,'count',NULL,NULL,'barges',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,0,42,1,NULL,'Storm 1: the port counted ',' barges adrift
More than 6,000 h','Storm 1: the port counted 12 barges adrift','unreviewed',NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(2,'83374850d2e8',1,0,'body',0,53,58,'6,000','6000',NULL,6000.0,NULL,'over',0,'count',NULL,NULL,'homes',NULL,NULL,'More than',0,0,'the grid operator',NULL,NULL,NULL,NULL,43,100,1,NULL,'nted 12 barges adrift
More than ',' homes lost power, the grid oper','More than 6,000 homes lost power, the grid operator said.','misreported','bound_lost',1,'2026-11-22T12:22:55.787190Z','it says more than');
INSERT INTO "figures" VALUES(3,'a4c772307c75',1,0,'body',0,108,122,'3,800 to 4,000','3800','4000',3800.0,4000.0,'range',1,'count',NULL,NULL,'residents',NULL,NULL,'Around',0,0,NULL,NULL,NULL,NULL,NULL,101,165,1,NULL,' the grid operator said.
Around ',' residents left the islands on f','Around 3,800 to 4,000 residents left the islands on ferry M-100.','disputed',NULL,2,'2026-11-22T12:22:55.829159Z','two sources');
INSERT INTO "figures" VALUES(4,'1a166c91f0af',1,0,'body',0,159,164,'M-100',NULL,NULL,NULL,NULL,'exact',0,'identifier',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,101,165,0,'identifier','dents left the islands on ferry ','.
','Around 3,800 to 4,000 residents left the islands on ferry M-100.','unreviewed',NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(5,'8fa1409d5855',2,1,'teaser',1,26,28,'12','12','12',12.0,12.0,'exact',0,'count',NULL,NULL,'barges',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,0,42,1,NULL,'Storm 2: the port counted ',' barges adrift
More than 6,000 h','Storm 2: the port counted 12 barges adrift','confirmed',NULL,2,'2026-11-22T12:22:55.835836Z',NULL);
INSERT INTO "figures" VALUES(6,'a92810855776',2,0,'body',0,53,58,'6,000','6000',NULL,6000.0,NULL,'over',0,'count',NULL,NULL,'homes',NULL,NULL,'More than',0,0,'the grid operator',NULL,NULL,NULL,NULL,43,100,1,NULL,'nted 12 barges adrift
More than ',' homes lost power, the grid oper','More than 6,000 homes lost power, the grid operator said.','unreviewed',NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(7,'07678da2f762',2,0,'body',0,108,122,'3,800 to 4,000','3800','4000',3800.0,4000.0,'range',1,'count',NULL,NULL,'residents',NULL,NULL,'Around',0,0,NULL,NULL,NULL,NULL,NULL,101,165,1,NULL,' the grid operator said.
Around ',' residents left the islands on f','Around 3,800 to 4,000 residents left the islands on ferry M-200.','disputed',NULL,1,'2026-11-22T12:22:55.815153Z',NULL);
INSERT INTO "figures" VALUES(8,'d61f97b13502',2,0,'body',0,159,164,'M-200',NULL,NULL,NULL,NULL,'exact',0,'identifier',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,101,165,0,'identifier','dents left the islands on ferry ','.
','Around 3,800 to 4,000 residents left the islands on ferry M-200.','unreviewed',NULL,NULL,NULL,NULL);
CREATE TABLE items (
        document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,        -- 0 is the document's own story
        title TEXT,
        published TEXT,
        PRIMARY KEY (document_id, number)
    ) STRICT
    ;
INSERT INTO "items" VALUES(1,0,NULL,NULL);
INSERT INTO "items" VALUES(1,1,'Barges adrift',NULL);
INSERT INTO "items" VALUES(2,0,NULL,NULL);
INSERT INTO "items" VALUES(2,1,'Barges adrift',NULL);
INSERT INTO "items" VALUES(3,0,NULL,NULL);
CREATE TABLE reviewers (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    ) STRICT
    ;
INSERT INTO "reviewers" VALUES(1,'ana');
INSERT INTO "reviewers" VALUES(2,'ben');
CREATE TABLE zones (
        document_id INTEGER NOT NULL,
        start INTEGER NOT NULL,         -- offsets are code points into documents.text
        "end" INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('headline', 'caption', 'body', 'teaser', 'boilerplate')),
        item INTEGER NOT NULL,
        PRIMARY KEY (document_id, start),
        FOREIGN KEY (document_id, item) REFERENCES items (document_id, number) ON DELETE CASCADE
    ) STRICT
    ;
INSERT INTO "zones" VALUES(1,0,42,'teaser',1);
INSERT INTO "zones" VALUES(1,43,166,'body',0);
INSERT INTO "zones" VALUES(2,0,42,'teaser',1);
INSERT INTO "zones" VALUES(2,43,166,'body',0);
INSERT INTO "zones" VALUES(3,0,22,'body',0);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX "idx_figures_document_id_teaser_start_id_checkable"
    ON "figures" ("document_id", "teaser", "start", "id", "checkable");
CREATE INDEX "idx_figures_state_document_id_teaser_start_id_checkable"
    ON "figures" ("state", "document_id", "teaser", "start", "id", "checkable");
CREATE INDEX "idx_events_figure_id_kind_at_uid"
    ON "events" ("figure_id", "kind", "at", "uid");
CREATE INDEX "idx_actions_reviewer_id_standing"
    ON "actions" ("reviewer_id", "standing");
CREATE INDEX "idx_evidence_figure_id"
    ON "evidence" ("figure_id");
CREATE TRIGGER events_no_update BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_no_replace BEFORE INSERT ON events
    WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
      OR EXISTS (SELECT 1 FROM events WHERE uid = NEW.uid)
      OR EXISTS (SELECT 1 FROM events WHERE action_uid = NEW.action_uid AND seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER figures_count_state AFTER UPDATE OF state ON figures
    WHEN OLD.checkable AND OLD.state <> NEW.state
    BEGIN
        UPDATE counters SET value = value - 1 WHERE name = OLD.state;
        UPDATE counters SET value = value + 1 WHERE name = NEW.state;
    END;
CREATE VIEW "verdict_table" AS 
    SELECT f.figure_id, d.publisher, coalesce(i.title, CASE WHEN f.item = 0 THEN d.title END) AS title, d.url,
        coalesce(i.published, CASE WHEN f.item = 0 THEN d.published END) AS published,
        f.text, f.low, f.high, f.bound, f.kind, f.unit, f.noun, f.attribution, f.as_of, f.sentence,
        f.state AS verdict, f.reason, f.note,
        (SELECT group_concat(e.link, ' ') FROM (SELECT link FROM evidence WHERE figure_id = f.id ORDER BY id) AS e)
            AS evidence,
        r.name AS reviewer, f.decided_at
    FROM figures AS f
    JOIN documents AS d ON d.id = f.document_id
    JOIN items AS i ON i.document_id = f.document_id AND i.number = f.item
    LEFT JOIN reviewers AS r ON r.id = f.decided_by
    WHERE f.state IN ('confirmed', 'disputed', 'misreported')
    ORDER BY f.document_id, f.teaser, f.start, f.id;
CREATE VIEW "progress" AS SELECT (SELECT value FROM counters WHERE name = 'documents') AS documents, (SELECT value FROM counters WHERE name = 'figures') AS figures, (SELECT value FROM counters WHERE name = 'queue') AS queue, (SELECT value FROM counters WHERE name = 'unreviewed') AS unreviewed, (SELECT value FROM counters WHERE name = 'confirmed') AS confirmed, (SELECT value FROM counters WHERE name = 'disputed') AS disputed, (SELECT value FROM counters WHERE name = 'misreported') AS misreported, (SELECT value FROM counters WHERE name = 'dismissed') AS dismissed;
COMMIT;
