-- The rows of a document are found without looking through all: the search shows the events of what it finds.
CREATE INDEX event_doc ON event (doc);
CREATE INDEX document_doc ON document (doc);
