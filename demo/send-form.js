// Sends the only form of the page: the answer of an identity provider on its way to the service.
document.forms[0]?.submit();
