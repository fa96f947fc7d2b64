"""The application as it is served, one a session, and a reader who asks it."""

from __future__ import annotations

import pytest
from dash import Dash
from flask.testing import FlaskClient

from app import create_app
from dashboard.settings import Settings
from tests.wiring.asking import Asking


@pytest.fixture(scope="session")
def app() -> Dash:
    """The application over the release that ships, with the default settings."""
    return create_app(Settings())


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    """A reader's HTTP client."""
    return app.server.test_client()


@pytest.fixture
def asking(client: FlaskClient) -> Asking:
    """A reader's requests to the panels."""
    return Asking(client)
