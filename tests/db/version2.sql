BEGIN TRANSACTION;
CREATE TABLE documents (
        id INTEGER PRIMARY KEY,         -- in the order of intake
        uid TEXT NOT NULL UNIQUE,       -- sha256 of canonical URL and text
        name TEXT NOT NULL,             -- file name, URL or record id
        title TEXT,
        publisher TEXT,
        author TEXT,
        url TEXT,
        canonical_url TEXT,             -- what the versions of a page have in common
        published TEXT,                 -- ISO date
        language TEXT,
        retrieved TEXT NOT NULL,        -- UTC
        version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
        superseded_by INTEGER REFERENCES documents (id),    -- the next version; null for the newest
        extractor_version INTEGER NOT NULL,                 -- of the extractor that found the figures
        source_sha256 TEXT NOT NULL,    -- of the bytes received
        text_sha256 TEXT NOT NULL,      -- of the text below
        text TEXT NOT NULL              -- last: what stands before it is read without it
    ) STRICT
    ;
CREATE TABLE items (
        document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,        -- 0 is the document's own story
        title TEXT,
        published TEXT,
        PRIMARY KEY (document_id, number)
    ) STRICT
    ;
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
CREATE TABLE figures (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,       -- figure_id of the exports: 12 hex digits, minted once
        document_id INTEGER NOT NULL,   -- the version of the document that the offsets are of
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
        origin TEXT NOT NULL DEFAULT 'extracted' CHECK (origin IN ('extracted', 'added')),
        -- live: stands in the newest version; orphaned: judged, and gone from it; retired: never judged, and gone
        status TEXT NOT NULL DEFAULT 'live' CHECK (status IN ('live', 'orphaned', 'retired')),
        changed_from INTEGER REFERENCES figures (id),   -- the figure whose place it took with another number
        queued INTEGER NOT NULL CHECK (queued = (checkable AND status = 'live')),
        -- What follows is worked out from the events, in the transaction that writes them.
        state TEXT NOT NULL DEFAULT 'unreviewed' CHECK (
            state IN ('unreviewed', 'confirmed', 'disputed', 'misreported', 'dismissed', 'unresolved')),
        reason TEXT,
        decided_by INTEGER REFERENCES reviewers (id),
        decided_at TEXT,
        note TEXT,
        FOREIGN KEY (document_id, item) REFERENCES items (document_id, number)
    ) STRICT
    ;
CREATE TABLE failures (             -- inputs that could not be taken in, for another try
        name TEXT PRIMARY KEY,          -- file name, URL or record id
        reason TEXT NOT NULL,
        failed_at TEXT NOT NULL         -- UTC
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE reviewers (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE       -- the same name in two copies of a review is the same reviewer
    ) STRICT
    ;
CREATE TABLE events (
        id INTEGER PRIMARY KEY,         -- in the order of writing to this file
        uid TEXT NOT NULL UNIQUE,       -- UUID
        action_uid TEXT NOT NULL,       -- what one key did is one action
        seq INTEGER NOT NULL,           -- place in the action
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        at TEXT NOT NULL,               -- UTC, to the microsecond; later than every event before it in the file
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,          -- uid of the figure, question or document that it is about
        figure_id INTEGER REFERENCES figures (id),      -- that figure, if it is one of this file
        payload TEXT NOT NULL CHECK (json_valid(payload)),
        digest TEXT NOT NULL,           -- of all this but the rows: tells whether the entry was changed
        UNIQUE (action_uid, seq)
    ) STRICT
    ;
CREATE TABLE actions (              -- what can be undone
        uid TEXT PRIMARY KEY,
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        at TEXT NOT NULL,               -- of its first event
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1)),
        reversed_at TEXT                -- when it was undone or redone last
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE verdicts (             -- what each reviewer says of a figure
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'disputed', 'misreported', 'dismissed')),
        reason TEXT,
        decided_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id),
        PRIMARY KEY (figure_id, reviewer_id)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE adjudications (        -- what settles a figure on which reviewers differ
        figure_id INTEGER PRIMARY KEY REFERENCES figures (id),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'disputed', 'misreported', 'dismissed')),
        reason TEXT,
        decided_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id)
    ) STRICT
    ;
CREATE TABLE notes (                -- each reviewer's note; the newest is also figures.note
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        note TEXT NOT NULL,
        written_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id),
        PRIMARY KEY (figure_id, reviewer_id)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE evidence (
        id INTEGER PRIMARY KEY REFERENCES events (id),
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        kind TEXT NOT NULL CHECK (kind IN ('link', 'document', 'conversation')),
        link TEXT CHECK (link LIKE 'http://_%' OR link LIKE 'https://_%'),
        title TEXT,
        quote TEXT,
        stance TEXT NOT NULL CHECK (stance IN ('supports', 'contradicts')),
        seen_on TEXT,                   -- ISO date
        archived_link TEXT CHECK (archived_link LIKE 'http://_%' OR archived_link LIKE 'https://_%'),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        added_at TEXT NOT NULL,
        CHECK (CASE kind WHEN 'link' THEN link IS NOT NULL ELSE title IS NOT NULL END)
    ) STRICT
    ;
CREATE TABLE tags (
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        tag TEXT NOT NULL,
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        tagged_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id),
        PRIMARY KEY (figure_id, tag)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE corrections (          -- what a reviewer put right; the extractor's values stay in figures
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        field TEXT NOT NULL CHECK (field IN ('low', 'high', 'bound', 'unit', 'noun', 'attribution', 'as_of')),
        value TEXT,                     -- null: the figure has none
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        corrected_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id),
        PRIMARY KEY (figure_id, field)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE questions (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,            -- as suggested, or as the reviewer who joined the figures called it
        renamed TEXT,                   -- as a reviewer calls it since
        reason TEXT,                    -- why it was suggested
        status TEXT NOT NULL CHECK (status IN ('suggested', 'set'))
    ) STRICT
    ;
CREATE TABLE memberships (
        question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        -- suggested: worked out; set: joined by a reviewer; apart: split off by a reviewer, never to be suggested again
        status TEXT NOT NULL CHECK (status IN ('suggested', 'set', 'apart')),
        reason TEXT,
        PRIMARY KEY (question_id, figure_id)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE answers (              -- worked out from the events: each reviewer's answer to a question
        question_id INTEGER NOT NULL REFERENCES questions (id),
        reviewer_id INTEGER NOT NULL REFERENCES reviewers (id),
        low TEXT,
        best TEXT,
        high TEXT,
        note TEXT,
        answered_at TEXT NOT NULL,
        event_id INTEGER NOT NULL REFERENCES events (id),
        PRIMARY KEY (question_id, reviewer_id)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE desk (                 -- where each reviewer left the desk
        reviewer_id INTEGER PRIMARY KEY REFERENCES reviewers (id),
        figure_uid TEXT,
        filter TEXT NOT NULL,
        sort TEXT NOT NULL,
        show_all INTEGER NOT NULL CHECK (show_all IN (0, 1))
    ) STRICT
    ;
CREATE TABLE settings (
        name TEXT PRIMARY KEY,          -- blind: 1 hides the other reviewers' verdicts until one's own is given
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE counters (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL CHECK (value >= 0)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE outcomes (             -- questions that are worked out; one that changed since has no row
        question_id INTEGER PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
        origins INTEGER NOT NULL,
        conflicts INTEGER NOT NULL,     -- pairs of figures
        note TEXT                       -- what was left out of a very large question
    ) STRICT
    ;
CREATE TABLE comparisons (          -- how a figure stands in its question
        question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        relation TEXT CHECK (relation IN ('conflict', 'equal', 'compatible', 'not_comparable')),
        origin INTEGER NOT NULL,        -- the same number: the same origin
        support INTEGER NOT NULL,       -- independent origins that say the same
        PRIMARY KEY (question_id, figure_id)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE signs (
        question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        kind TEXT NOT NULL,             -- a reason for misreported
        against_id INTEGER NOT NULL REFERENCES figures (id),
        why TEXT NOT NULL,
        PRIMARY KEY (question_id, figure_id)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE sums (
        id INTEGER PRIMARY KEY,
        question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
        total_id INTEGER NOT NULL REFERENCES figures (id),
        holds INTEGER NOT NULL CHECK (holds IN (0, 1)),
        why TEXT NOT NULL
    ) STRICT
    ;
CREATE TABLE sum_parts (
        sum_id INTEGER NOT NULL REFERENCES sums (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        PRIMARY KEY (sum_id, place)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE compared (             -- documents that are compared; one that changed since has no row
        document_id INTEGER PRIMARY KEY REFERENCES documents (id),
        story INTEGER NOT NULL REFERENCES documents (id),   -- the same for copies and near copies
        last_figure INTEGER NOT NULL    -- figures.id; what is greater came later
    ) STRICT
    ;
CREATE TABLE passages (             -- hashes of the sentences of each document: where copies are found
        key INTEGER NOT NULL,
        document_id INTEGER NOT NULL REFERENCES documents (id),
        PRIMARY KEY (key, document_id)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE meeting_keys (         -- hashes under which a figure can meet others: a hint where to look
        key INTEGER NOT NULL,
        figure_id INTEGER NOT NULL REFERENCES figures (id),
        PRIMARY KEY (key, figure_id)
    ) STRICT, WITHOUT ROWID
    ;
CREATE TABLE places (               -- which place lies in which, as the texts say
        place TEXT NOT NULL,
        within TEXT NOT NULL,
        PRIMARY KEY (place, within)
    ) STRICT, WITHOUT ROWID
    ;
CREATE VIRTUAL TABLE figures_fts USING fts5 (
        sentence, noun, content="figures", content_rowid='id', columnsize=0,
        tokenize='unicode61 remove_diacritics 2', prefix='3'
    );
INSERT INTO "documents" VALUES(1,'bd085b141890b0e217d9e7f5e28eb08af4424015755ec36c0c4709a82c4e4e4c','storm1.txt','Storm 1','Harbour Post 1',NULL,'https://harbour-post.example/1','https://harbour-post.example/1','2025-06-18',NULL,'2025-06-20T08:00:00Z',1,4,1,'042a9d9d8b5a93d84d579a5fb935768af90082a140b6dbe2a6fdc785703baadb','042a9d9d8b5a93d84d579a5fb935768af90082a140b6dbe2a6fdc785703baadb','Storm 1: the port counted 12 barges adrift'||char(10)||'More than 6,000 homes lost power, the grid operator said.'||char(10)||'Around 3,800 to 4,000 residents left the islands on ferry M-100.'||char(10)||'');
INSERT INTO "documents" VALUES(2,'877367a5136de00099c7aef860fd7e418b13f738bf7f192245ed995fd8ab79b1','storm2.txt','Storm 2','Harbour Post 2',NULL,'https://harbour-post.example/2','https://harbour-post.example/2','2025-06-18',NULL,'2025-06-20T08:00:00Z',1,NULL,1,'77031902c0f422c85bc16e40caf12a4325480cbad2d44891d07b52fe0cd96213','77031902c0f422c85bc16e40caf12a4325480cbad2d44891d07b52fe0cd96213','Storm 2: the port counted 12 barges adrift'||char(10)||'More than 6,000 homes lost power, the grid operator said.'||char(10)||'Around 3,800 to 4,000 residents left the islands on ferry M-200.'||char(10)||'');
INSERT INTO "documents" VALUES(3,'7af81d41699d5f80d229572473cad2c7fe3ca366e1d38372197d7188b72a2623','quiet.txt','Storm 3','Harbour Post 3',NULL,NULL,NULL,'2025-06-18',NULL,'2025-06-20T08:00:00Z',1,NULL,1,'2bfbd1d3134383bfae17a23ba1d5b3c7b93b4fb951bd052f9725aead9d73e7c5','7af81d41699d5f80d229572473cad2c7fe3ca366e1d38372197d7188b72a2623','Nobody came, the mayor''s office said.'||char(10)||'');
INSERT INTO "documents" VALUES(4,'7bd3960ef536889d772a7c9f675454e3a33cbffa2eb3b78581f84dd99c1fd175','storm1.txt','Storm 1','Harbour Post 1',NULL,'https://harbour-post.example/1','https://harbour-post.example/1','2025-06-18',NULL,'2025-06-21T08:00:00Z',2,NULL,1,'042a9d9d8b5a93d84d579a5fb935768af90082a140b6dbe2a6fdc785703baadb','2829fbe2515603a1e275852432d6f80c6bbacf7ffa1823a14ff3be7032a6fe7f','Storm 1: the port counted 12 barges adrift'||char(10)||'More than 7,000 homes lost power, the grid operator said.'||char(10)||'Around 3,800 to 4,000 residents left the islands on ferry M-100.'||char(10)||'');
INSERT INTO "items" VALUES(1,0,NULL,NULL);
INSERT INTO "items" VALUES(1,1,'Barges adrift',NULL);
INSERT INTO "items" VALUES(2,0,NULL,NULL);
INSERT INTO "items" VALUES(2,1,'Barges adrift',NULL);
INSERT INTO "items" VALUES(3,0,NULL,NULL);
INSERT INTO "items" VALUES(4,0,NULL,NULL);
INSERT INTO "items" VALUES(4,1,'Barges adrift',NULL);
INSERT INTO "zones" VALUES(1,0,42,'teaser',1);
INSERT INTO "zones" VALUES(1,43,166,'body',0);
INSERT INTO "zones" VALUES(2,0,42,'teaser',1);
INSERT INTO "zones" VALUES(2,43,166,'body',0);
INSERT INTO "zones" VALUES(3,0,37,'body',0);
INSERT INTO "zones" VALUES(4,0,42,'teaser',1);
INSERT INTO "zones" VALUES(4,43,166,'body',0);
INSERT INTO "figures" VALUES(1,'40292ecfe67f',4,1,'teaser',1,26,28,'12','12','12',12.0,12.0,'exact',0,'count',NULL,NULL,'barges',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,0,42,1,NULL,'Storm 1: the port counted ',' barges adrift'||char(10)||'More than 7,000 h','Storm 1: the port counted 12 barges adrift','extracted','live',NULL,1,'unreviewed',NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(2,'83374850d2e8',1,0,'body',0,53,58,'6,000','6000',NULL,6000.0,NULL,'over',0,'count',NULL,NULL,'homes',NULL,NULL,'More than',0,0,'the grid operator',NULL,NULL,NULL,NULL,43,100,1,NULL,'nted 12 barges adrift'||char(10)||'More than ',' homes lost power, the grid oper','More than 6,000 homes lost power, the grid operator said.','extracted','orphaned',NULL,0,'misreported','bound_lost',1,'2026-11-22T16:35:32.874037Z','it says more than');
INSERT INTO "figures" VALUES(3,'a4c772307c75',4,0,'body',0,108,122,'3,800 to 4,000','3800','4000',3800.0,4000.0,'range',1,'count',NULL,NULL,'residents',NULL,NULL,'Around',0,0,NULL,NULL,NULL,NULL,NULL,101,165,1,NULL,' the grid operator said.'||char(10)||'Around ',' residents left the islands on f','Around 3,800 to 4,000 residents left the islands on ferry M-100.','extracted','live',NULL,1,'confirmed',NULL,1,'2026-11-22T16:35:32.877220Z',NULL);
INSERT INTO "figures" VALUES(4,'1a166c91f0af',4,0,'body',0,159,164,'M-100',NULL,NULL,NULL,NULL,'exact',0,'identifier',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,101,165,0,'identifier','dents left the islands on ferry ','.'||char(10)||'','Around 3,800 to 4,000 residents left the islands on ferry M-100.','extracted','live',NULL,0,'unreviewed',NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(5,'8fa1409d5855',2,1,'teaser',1,26,28,'12','12','12',12.0,12.0,'exact',0,'count',NULL,NULL,'barges',NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,0,42,1,NULL,'Storm 2: the port counted ',' barges adrift'||char(10)||'More than 6,000 h','Storm 2: the port counted 12 barges adrift','extracted','live',NULL,1,'unreviewed',NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(6,'a92810855776',2,0,'body',0,53,58,'6,000','6000',NULL,6000.0,NULL,'over',0,'count',NULL,NULL,'homes',NULL,NULL,'More than',0,0,'the grid operator',NULL,NULL,NULL,NULL,43,100,1,NULL,'nted 12 barges adrift'||char(10)||'More than ',' homes lost power, the grid oper','More than 6,000 homes lost power, the grid operator said.','extracted','live',NULL,1,'confirmed',NULL,1,'2026-11-22T16:35:32.877221Z',NULL);
INSERT INTO "figures" VALUES(7,'07678da2f762',2,0,'body',0,108,122,'3,800 to 4,000','3800','4000',3800.0,4000.0,'range',1,'count',NULL,NULL,'residents',NULL,NULL,'Around',0,0,NULL,NULL,NULL,NULL,NULL,101,165,1,NULL,' the grid operator said.'||char(10)||'Around ',' residents left the islands on f','Around 3,800 to 4,000 residents left the islands on ferry M-200.','extracted','live',NULL,1,'unreviewed',NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(8,'d61f97b13502',2,0,'body',0,159,164,'M-200',NULL,NULL,NULL,NULL,'exact',0,'identifier',NULL,NULL,NULL,NULL,NULL,NULL,0,0,NULL,NULL,NULL,NULL,NULL,101,165,0,'identifier','dents left the islands on ferry ','.'||char(10)||'','Around 3,800 to 4,000 residents left the islands on ferry M-200.','extracted','live',NULL,0,'unreviewed',NULL,NULL,NULL,NULL);
INSERT INTO "figures" VALUES(9,'6d31fd94626b',4,0,'body',0,53,58,'7,000','7000',NULL,7000.0,NULL,'over',0,'count',NULL,NULL,'homes',NULL,NULL,'More than',0,0,'the grid operator',NULL,NULL,NULL,NULL,43,100,1,NULL,'nted 12 barges adrift'||char(10)||'More than ',' homes lost power, the grid oper','More than 7,000 homes lost power, the grid operator said.','extracted','live',2,1,'unreviewed',NULL,NULL,NULL,NULL);
INSERT INTO "reviewers" VALUES(1,'ana');
INSERT INTO "events" VALUES(1,'2b6e20a8-4008-44f0-831f-0acbb356c24d','692e04e2-a4f8-4e4a-b8cd-0980662b427a',0,1,'2026-11-22T16:35:32.874037Z','verdict','83374850d2e8',2,'{"verdict": "misreported", "reason": "bound_lost", "of": {"low": "6000", "high": null, "bound": "over", "unit": null, "text": "6,000"}}','3fbb34f24ecaeb12f0652832edcd4557');
INSERT INTO "events" VALUES(2,'da494696-4104-476a-ba9f-89412322a606','692e04e2-a4f8-4e4a-b8cd-0980662b427a',1,1,'2026-11-22T16:35:32.874038Z','note','83374850d2e8',2,'{"note": "it says more than"}','d8312d2fcb5b35bf98701d7819a7ee28');
INSERT INTO "events" VALUES(3,'72d3e8c0-5043-4c05-96b7-177595d17adc','692e04e2-a4f8-4e4a-b8cd-0980662b427a',2,1,'2026-11-22T16:35:32.874039Z','evidence','83374850d2e8',2,'{"kind": "link", "link": "https://example.org/a", "title": null, "quote": null, "stance": "supports", "seen_on": null, "archived_link": null}','8abdf5724bac82d8e341aa131643cd1b');
INSERT INTO "events" VALUES(4,'748d6ead-52f3-4553-8bf0-453610791c38','ecc60253-d05f-408f-87ef-8590c8c0fadb',0,1,'2026-11-22T16:35:32.877220Z','verdict','a4c772307c75',3,'{"verdict": "confirmed", "reason": null, "of": {"low": "3800", "high": "4000", "bound": "range", "unit": null, "text": "3,800 to 4,000"}}','565183e1ccadee3dbd94db54f9d670b3');
INSERT INTO "events" VALUES(5,'f85041b6-5a53-447e-817b-3894d83626ba','ecc60253-d05f-408f-87ef-8590c8c0fadb',1,1,'2026-11-22T16:35:32.877221Z','verdict','a92810855776',6,'{"verdict": "confirmed", "reason": null, "of": {"low": "6000", "high": null, "bound": "over", "unit": null, "text": "6,000"}}','fa86fba5b973527da59ad57e1cbd0208');
INSERT INTO "actions" VALUES('692e04e2-a4f8-4e4a-b8cd-0980662b427a',1,'2026-11-22T16:35:32.874037Z',0,NULL);
INSERT INTO "actions" VALUES('ecc60253-d05f-408f-87ef-8590c8c0fadb',1,'2026-11-22T16:35:32.877220Z',0,NULL);
INSERT INTO "verdicts" VALUES(2,1,'misreported','bound_lost','2026-11-22T16:35:32.874037Z',1);
INSERT INTO "verdicts" VALUES(3,1,'confirmed',NULL,'2026-11-22T16:35:32.877220Z',4);
INSERT INTO "verdicts" VALUES(6,1,'confirmed',NULL,'2026-11-22T16:35:32.877221Z',5);
INSERT INTO "notes" VALUES(2,1,'it says more than','2026-11-22T16:35:32.874038Z',2);
INSERT INTO "evidence" VALUES(3,2,'link','https://example.org/a',NULL,NULL,'supports',NULL,NULL,1,'2026-11-22T16:35:32.874039Z');
INSERT INTO "counters" VALUES('confirmed',2);
INSERT INTO "counters" VALUES('dismissed',0);
INSERT INTO "counters" VALUES('disputed',0);
INSERT INTO "counters" VALUES('documents',3);
INSERT INTO "counters" VALUES('figures',9);
INSERT INTO "counters" VALUES('misreported',0);
INSERT INTO "counters" VALUES('queue',6);
INSERT INTO "counters" VALUES('unresolved',0);
INSERT INTO "counters" VALUES('unreviewed',4);
INSERT INTO "compared" VALUES(2,2,9);
INSERT INTO "compared" VALUES(3,3,9);
INSERT INTO "compared" VALUES(4,4,9);
INSERT INTO "passages" VALUES(-8045736939008279455,4);
INSERT INTO "passages" VALUES(-7396188276823589536,2);
INSERT INTO "passages" VALUES(-1942798077400625547,2);
INSERT INTO "passages" VALUES(409261940729907628,2);
INSERT INTO "passages" VALUES(3544974777253109456,4);
INSERT INTO "passages" VALUES(4701993230736618018,4);
INSERT INTO "meeting_keys" VALUES(-7975237548692503190,9);
INSERT INTO "meeting_keys" VALUES(-1702526062171663415,3);
INSERT INTO "meeting_keys" VALUES(-925532764173100189,6);
INSERT INTO "meeting_keys" VALUES(-739728956905659859,6);
INSERT INTO "meeting_keys" VALUES(3906204286838730779,5);
INSERT INTO "meeting_keys" VALUES(6411095372511634700,1);
INSERT INTO "meeting_keys" VALUES(6411095372511634700,5);
INSERT INTO "meeting_keys" VALUES(6915008963811791629,9);
INSERT INTO "meeting_keys" VALUES(7991029704525449557,1);
INSERT INTO "meeting_keys" VALUES(8447861595118753953,7);
INSERT INTO figures_fts (figures_fts) VALUES ('rebuild');
CREATE INDEX "idx_figures_document_id_teaser_start_id_queued_status"
    ON "figures" ("document_id", "teaser", "start", "id", "queued", "status");
CREATE INDEX "idx_figures_state_document_id_teaser_start_id_queued_status"
    ON "figures" ("state", "document_id", "teaser", "start", "id", "queued", "status");
CREATE INDEX "idx_documents_canonical_url"
    ON "documents" ("canonical_url");
CREATE INDEX "idx_documents_name"
    ON "documents" ("name");
CREATE INDEX "idx_documents_superseded_by"
    ON "documents" ("superseded_by");
CREATE INDEX "idx_events_figure_id_kind_at_uid"
    ON "events" ("figure_id", "kind", "at", "uid");
CREATE INDEX "idx_events_at_uid"
    ON "events" ("at", "uid");
CREATE INDEX "idx_actions_reviewer_id_undone_at"
    ON "actions" ("reviewer_id", "undone", "at");
CREATE INDEX "idx_verdicts_reviewer_id_verdict_figure_id"
    ON "verdicts" ("reviewer_id", "verdict", "figure_id");
CREATE INDEX "idx_evidence_figure_id"
    ON "evidence" ("figure_id");
CREATE INDEX "idx_tags_tag_figure_id"
    ON "tags" ("tag", "figure_id");
CREATE INDEX "idx_memberships_figure_id_status"
    ON "memberships" ("figure_id", "status");
CREATE INDEX "idx_comparisons_figure_id"
    ON "comparisons" ("figure_id");
CREATE INDEX "idx_signs_figure_id"
    ON "signs" ("figure_id");
CREATE INDEX "idx_sums_question_id"
    ON "sums" ("question_id");
CREATE INDEX events_by_subject ON events (subject, kind, "at", uid) WHERE figure_id IS NULL;
CREATE INDEX comparisons_in_conflict ON comparisons (figure_id) WHERE relation = 'conflict';
CREATE TRIGGER events_no_update
    BEFORE UPDATE OF id, uid, action_uid, seq, reviewer_id, at, kind, subject, payload, digest ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_no_move BEFORE UPDATE OF figure_id ON events
    WHEN OLD.figure_id IS NOT NULL OR NEW.figure_id IS NULL
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_no_replace BEFORE INSERT ON events
    WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
      OR EXISTS (SELECT 1 FROM events WHERE uid = NEW.uid)
      OR EXISTS (SELECT 1 FROM events WHERE action_uid = NEW.action_uid AND seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER figures_count_state AFTER UPDATE OF state, queued ON figures
    WHEN OLD.state <> NEW.state OR OLD.queued <> NEW.queued
    BEGIN
        UPDATE counters SET value = value - 1 WHERE OLD.queued AND name = OLD.state;
        UPDATE counters SET value = value + 1 WHERE NEW.queued AND name = NEW.state;
        UPDATE counters SET value = value + NEW.queued - OLD.queued
            WHERE NEW.queued <> OLD.queued AND name = 'queue';
    END;
CREATE TRIGGER figures_count_status AFTER UPDATE OF status ON figures
    WHEN (OLD.status = 'retired') <> (NEW.status = 'retired')
    BEGIN
        UPDATE counters SET value = value + (OLD.status = 'retired') - (NEW.status = 'retired')
            WHERE name = 'figures';
    END;
CREATE TRIGGER documents_count AFTER UPDATE OF superseded_by ON documents
    WHEN (OLD.superseded_by IS NULL) <> (NEW.superseded_by IS NULL)
    BEGIN
        UPDATE counters SET value = value + (NEW.superseded_by IS NULL) - (OLD.superseded_by IS NULL)
            WHERE name = 'documents';
    END;
CREATE TRIGGER figures_search_update AFTER UPDATE OF sentence, noun ON figures
    BEGIN
        INSERT INTO figures_fts (figures_fts, rowid, sentence, noun)
            VALUES ('delete', OLD.id, OLD.sentence, OLD.noun);
        INSERT INTO figures_fts (rowid, sentence, noun) VALUES (NEW.id, NEW.sentence, NEW.noun);
    END;
CREATE TRIGGER figures_search_delete AFTER DELETE ON figures
    BEGIN
        INSERT INTO figures_fts (figures_fts, rowid, sentence, noun)
            VALUES ('delete', OLD.id, OLD.sentence, OLD.noun);
    END;
CREATE TRIGGER memberships_outdate_insert AFTER INSERT ON memberships BEGIN 
        DELETE FROM outcomes WHERE question_id = NEW.question_id
            OR question_id IN (SELECT question_id FROM memberships WHERE figure_id = NEW.figure_id);
     END;
CREATE TRIGGER memberships_outdate_delete AFTER DELETE ON memberships BEGIN 
        DELETE FROM outcomes WHERE question_id = OLD.question_id
            OR question_id IN (SELECT question_id FROM memberships WHERE figure_id = OLD.figure_id);
     END;
CREATE TRIGGER memberships_outdate_update AFTER UPDATE OF status ON memberships BEGIN 
        DELETE FROM outcomes WHERE question_id = NEW.question_id
            OR question_id IN (SELECT question_id FROM memberships WHERE figure_id = NEW.figure_id);
     END;
CREATE TRIGGER corrections_outdate_insert AFTER INSERT ON corrections BEGIN 
        DELETE FROM compared WHERE document_id = (SELECT document_id FROM figures WHERE id = NEW.figure_id);
        DELETE FROM outcomes WHERE question_id IN
            (SELECT question_id FROM memberships WHERE figure_id = NEW.figure_id);
     END;
CREATE TRIGGER corrections_outdate_delete AFTER DELETE ON corrections BEGIN 
        DELETE FROM compared WHERE document_id = (SELECT document_id FROM figures WHERE id = OLD.figure_id);
        DELETE FROM outcomes WHERE question_id IN
            (SELECT question_id FROM memberships WHERE figure_id = OLD.figure_id);
     END;
CREATE TRIGGER figures_outdate AFTER UPDATE OF document_id, item, zone, start, text, low, high, bound, approximate, kind, unit, noun, predicate, place, increment, vague, attribution, as_of, sentence, checkable, status ON figures
    BEGIN
        DELETE FROM compared WHERE document_id IN (OLD.document_id, NEW.document_id);
        DELETE FROM outcomes WHERE question_id IN (SELECT question_id FROM memberships WHERE figure_id = NEW.id);
    END;
CREATE VIEW "verdict_table" AS 
    SELECT f.uid AS figure_id, d.publisher, coalesce(i.title, CASE WHEN f.item = 0 THEN d.title END) AS title, d.url,
        coalesce(i.published, CASE WHEN f.item = 0 THEN d.published END) AS published,
        f.text, CASE WHEN c_low.field IS NULL THEN f.low ELSE c_low.value END AS low,
        CASE WHEN c_high.field IS NULL THEN f.high ELSE c_high.value END AS high,
        CASE WHEN c_bound.field IS NULL THEN f.bound ELSE c_bound.value END AS bound, f.kind,
        CASE WHEN c_unit.field IS NULL THEN f.unit ELSE c_unit.value END AS unit,
        CASE WHEN c_noun.field IS NULL THEN f.noun ELSE c_noun.value END AS noun,
        CASE WHEN c_attribution.field IS NULL THEN f.attribution ELSE c_attribution.value END AS attribution,
        CASE WHEN c_as_of.field IS NULL THEN f.as_of ELSE c_as_of.value END AS as_of,
        f.sentence, f.state AS verdict, f.reason, f.note,
        (SELECT group_concat(coalesce(e.link, e.title), ' ') FROM
            (SELECT link, title FROM evidence WHERE figure_id = f.id ORDER BY added_at, id) AS e) AS evidence,
        r.name AS reviewer, f.decided_at,
        coalesce(q.renamed, q.title) AS question, n.relation, n.support AS origins
    FROM figures AS f
    JOIN documents AS d ON d.id = f.document_id
    JOIN items AS i ON i.document_id = f.document_id AND i.number = f.item
    LEFT JOIN corrections AS c_low ON c_low.figure_id = f.id AND c_low.field = 'low' LEFT JOIN corrections AS c_high ON c_high.figure_id = f.id AND c_high.field = 'high' LEFT JOIN corrections AS c_bound ON c_bound.figure_id = f.id AND c_bound.field = 'bound' LEFT JOIN corrections AS c_unit ON c_unit.figure_id = f.id AND c_unit.field = 'unit' LEFT JOIN corrections AS c_noun ON c_noun.figure_id = f.id AND c_noun.field = 'noun' LEFT JOIN corrections AS c_attribution ON c_attribution.figure_id = f.id AND c_attribution.field = 'attribution' LEFT JOIN corrections AS c_as_of ON c_as_of.figure_id = f.id AND c_as_of.field = 'as_of'
    LEFT JOIN reviewers AS r ON r.id = f.decided_by
    LEFT JOIN questions AS q ON f.status = 'live' AND q.id =
        (SELECT min(m.question_id) FROM memberships AS m WHERE m.figure_id = f.id AND ((m.status = 'set' OR (m.status = 'suggested' AND NOT EXISTS (SELECT 1 FROM memberships AS elsewhere WHERE elsewhere.figure_id = m.figure_id AND elsewhere.status = 'set'))) AND ((SELECT asked.status FROM questions AS asked WHERE asked.id = m.question_id) = 'set' OR EXISTS (SELECT 1 FROM memberships AS rival JOIN figures AS told ON told.id = rival.figure_id AND told.status = 'live' WHERE rival.question_id = m.question_id AND rival.figure_id <> m.figure_id AND (rival.status = 'set' OR (rival.status = 'suggested' AND NOT EXISTS (SELECT 1 FROM memberships AS elsewhere WHERE elsewhere.figure_id = rival.figure_id AND elsewhere.status = 'set')))))))
    LEFT JOIN outcomes AS o ON o.question_id = q.id
    LEFT JOIN comparisons AS n ON n.question_id = o.question_id AND n.figure_id = f.id
    WHERE f.state IN ('confirmed', 'disputed', 'misreported') AND f.status <> 'retired'
    ORDER BY f.document_id, f.teaser, f.start, f.id;
CREATE VIEW "progress" AS SELECT (SELECT value FROM counters WHERE name = 'documents') AS documents, (SELECT value FROM counters WHERE name = 'figures') AS figures, (SELECT value FROM counters WHERE name = 'queue') AS queue, (SELECT value FROM counters WHERE name = 'unreviewed') AS unreviewed, (SELECT value FROM counters WHERE name = 'confirmed') AS confirmed, (SELECT value FROM counters WHERE name = 'disputed') AS disputed, (SELECT value FROM counters WHERE name = 'misreported') AS misreported, (SELECT value FROM counters WHERE name = 'dismissed') AS dismissed, (SELECT value FROM counters WHERE name = 'unresolved') AS unresolved;
COMMIT;
