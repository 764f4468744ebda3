// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Three owners pay together: one submits a payment, two confirm it, and any of them executes it.
contract MultiSig {
    struct Payment {
        address to;
        uint256 value;
        bytes data;
        bool done;
        uint256 agreed;
    }

    uint256 public immutable needed;
    mapping(address => bool) public owner;
    mapping(uint256 => mapping(address => bool)) public confirmed;
    Payment[] public payments;
    /// Payments that fewer than two owners have agreed to.
    uint256 public alone;

    constructor(address a, address b, address c, uint256 n) payable {
        owner[a] = true;
        owner[b] = true;
        owner[c] = true;
        needed = n;
    }

    modifier onlyOwner() {
        require(owner[msg.sender], "no owner");
        _;
    }

    function submit(address to, uint256 value, bytes calldata data) external onlyOwner returns (uint256 id) {
        id = payments.length;
        payments.push(Payment(to, value, data, false, 0));
    }

    function confirm(uint256 id) external onlyOwner {
        require(id < payments.length, "no payment");
        require(!confirmed[id][msg.sender], "again");
        confirmed[id][msg.sender] = true;
        payments[id].agreed++;
    }

    function execute(uint256 id) external onlyOwner {
        require(id < payments.length, "no payment");
        Payment storage payment = payments[id];
        require(!payment.done, "done");
        require(payment.agreed >= needed, "not agreed");
        payment.done = true;
        if (payment.agreed < 2) alone++;
        (bool ok,) = payment.to.call{value: payment.value}(payment.data);
        require(ok, "failed");
    }
}
